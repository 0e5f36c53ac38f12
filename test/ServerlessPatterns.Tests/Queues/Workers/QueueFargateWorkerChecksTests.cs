using Amazon.CDK;
using Amazon.CDK.AWS.SQS;

namespace ServerlessPatterns.Tests.Queues;

public sealed class QueueFargateWorkerChecksTests
{
    public static TheoryData<string, string, Func<ContainerSource, QueueFargateWorkerProps>> Wrong => new()
    {
        { "SP2221", "Network", source => new() { Source = source } },
        { "SP2450", "VisibilityTimeout", source => new() { Source = source, Network = Network.Isolated(), VisibilityTimeout = Duration.Seconds(119) } },
        { "SP2450", "VisibilityTimeout", source => new() { Source = source, Network = Network.Isolated(), VisibilityTimeout = Duration.Hours(13) } },
        { "SP2451", "Scaling.MinTasks", source => new() { Source = source, Network = Network.Isolated(), Scaling = new() { MinTasks = -1 } } },
        { "SP2451", "Scaling.MaxTasks", source => new() { Source = source, Network = Network.Isolated(), Scaling = new() { MinTasks = 5, MaxTasks = 4 } } },
        { "SP2451", "Scaling.MaxTasks", source => new() { Source = source, Network = Network.Isolated(), Scaling = new() { MinTasks = 0, MaxTasks = 0 } } },
        { "SP2452", "Scaling.BacklogPerTask", source => new() { Source = source, Network = Network.Isolated(), Scaling = new() { BacklogPerTask = 0 } } },
        { "SP2453", "Scaling.ScaleInCooldown", source => new() { Source = source, Network = Network.Isolated(), Scaling = new() { ScaleInCooldown = Duration.Millis(1500) } } },
        { "SP2453", "Scaling.ScaleOutCooldown", source => new() { Source = source, Network = Network.Isolated(), Scaling = new() { ScaleOutCooldown = Duration.Millis(1500) } } },
        { "SP2454", "SpotShare", source => new() { Source = source, Network = Network.Isolated(), SpotShare = 101 } },
        { "SP2455", "RollbackOnAlarms", source => new() { Source = source, Network = Network.Isolated(), RollbackOnAlarms = true, Monitoring = MonitoringOptions.None } },
        { "SP2204", "ContainerSettings.Environment", source => new() { Source = source, Network = Network.Isolated(), ContainerSettings = new() { Environment = new Dictionary<string, string> { ["QUEUE_URL"] = "x" } } } },
        { "SP2407", "MaxReceiveCount", source => new() { Source = source, Network = Network.Isolated(), MaxReceiveCount = 0 } },
        { "SP2222", "Network", _ => new() { Source = ContainerSource.FromRegistry("example.com/worker:1"), Network = Network.Isolated() } },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void Constructor_OneWrongProp_SaysCodeAndProperty(string code, string property, Func<ContainerSource, QueueFargateWorkerProps> props)
    {
        var problem = WorkerSamples.Problem((_, source) => props(source));

        problem.Code.ShouldBe(code);
        problem.Property.ShouldBe(property);
    }

    [Fact]
    public void Constructor_MessagesShownBeforeATaskHasStopped_SaysValueAllowedAndFix()
    {
        var problem = WorkerSamples.Problem((_, source) => new()
        {
            Source = source,
            Network = Network.Isolated(),
            ContainerSettings = new() { StopTimeout = Duration.Seconds(90) },
            VisibilityTimeout = Duration.Seconds(60),
        });

        problem.Value.ShouldBe("60 seconds");
        problem.Allowed.ShouldStartWith("90 seconds or more, the stop timeout");
        problem.Fix.ShouldContain("StopTimeout");
    }

    [Fact]
    public void Constructor_GivenQueueThatShowsMessagesTooSoon_IsRefused()
    {
        var problem = WorkerSamples.Problem((stack, source) => new() { Source = source, Network = Network.Isolated(), Queue = new Queue(stack, "Given") });

        problem.Code.ShouldBe("SP2450");
        problem.Property.ShouldBe("Queue");
    }

    [Fact]
    public void Constructor_VisibilityTimeoutBesideAGivenQueue_IsRefused() => WorkerSamples.Problem((stack, source) => new()
    {
        Source = source,
        Network = Network.Isolated(),
        Queue = Queue.FromQueueArn(stack, "Given", QueueSamples.QueueArn),
        VisibilityTimeout = Duration.Minutes(20),
    }).Code.ShouldBe("SP2401");

    [Fact]
    public void Constructor_SeveralWrongProps_SaysAllAtOnceBeforeAnythingIsMade()
    {
        Stack? made = null;
        var thrown = Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack =>
        {
            made = stack;
            var source = ContainerSource.FromRegistry("example.com/worker:1");
            new QueueFargateWorker(stack, "Worker", new() { Source = source, Fifo = true, QueueName = "work", SpotShare = -1, Scaling = new() { BacklogPerTask = -1 } });
        }));

        thrown.Problems.Select(problem => problem.Code).ShouldBe(["SP2402", "SP2221", "SP2452", "SP2454"]);
        thrown.ConstructPath.ShouldBe("Test/Worker");
        made!.Node.FindAll().Length.ShouldBe(2, "the stack and the empty pattern");
    }

    [Fact]
    public void Constructor_Tokens_ReachTheTemplate()
    {
        var template = Synthesized.Stack(stack =>
        {
            var number = new CfnParameter(stack, "Number", new CfnParameterProps { Type = "Number" }).ValueAsNumber;
            new QueueFargateWorker(stack, "Worker", new()
            {
                Source = WorkerSamples.Source(stack),
                Network = Network.Isolated(),
                VisibilityTimeout = Duration.Seconds(number),
                Scaling = new() { BacklogPerTask = number, ScaleInCooldown = Duration.Seconds(number) },
            });
        });

        template.Properties("AWS::SQS::Queue", "WorkerQueue")["VisibilityTimeout"].ShouldBeJson("""{"Ref":"Number"}""");
        var tracking = template.Properties("AWS::ApplicationAutoScaling::ScalingPolicy")["TargetTrackingScalingPolicyConfiguration"]!;
        tracking["TargetValue"].ShouldBeJson("""{"Ref":"Number"}""");
        tracking["ScaleInCooldown"].ShouldBeJson("""{"Ref":"Number"}""");
    }
}
