using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.SQS;

namespace ServerlessPatterns.Tests.Queues;

public sealed class QueueProcessorGivenTests
{
    [Fact]
    public void Queue_Imported_IsUsedAsItIsAndItsUnknownsAreSaid()
    {
        var template = Synthesized.Stack(stack => new QueueProcessor(stack, "Orders", new()
        {
            FunctionSettings = new() { Code = QueueSamples.Code(stack) },
            Queue = Queue.FromQueueArn(stack, "Given", QueueSamples.QueueArn),
        }));

        template.All("AWS::SQS::Queue").ShouldBeEmpty();
        template.All("AWS::SQS::QueuePolicy").ShouldBeEmpty();
        ((string?)template.Properties("AWS::Lambda::EventSourceMapping")["EventSourceArn"]).ShouldBe(QueueSamples.QueueArn);
        template.Annotations.ShouldContain(text => text.Contains("dead-letter queue of an imported queue cannot be seen", StringComparison.Ordinal));
        template.Properties("AWS::Lambda::Function")["Environment"].ShouldBeJson("""{"Variables":{"FUNCTION_TIMEOUT_SECONDS":"30"}}""");
        template.All("AWS::CloudWatch::Alarm").Keys.ShouldNotContain(id => id.Contains("DeadLetters", StringComparison.Ordinal));
    }

    [Fact]
    public void DeadLetterQueue_BesideAnImportedQueue_IsAlarmed()
    {
        var template = Synthesized.Stack(stack => new QueueProcessor(stack, "Orders", new()
        {
            FunctionSettings = new() { Code = QueueSamples.Code(stack) },
            Queue = Queue.FromQueueArn(stack, "Given", QueueSamples.QueueArn),
            DeadLetterQueue = Queue.FromQueueArn(stack, "Dead", $"{QueueSamples.QueueArn}-dead"),
        }));

        template.Annotations.ShouldBeEmpty();
        template.Properties("AWS::CloudWatch::Alarm", "QueueDeadLetters")["Dimensions"].ShouldBeJson("""[{"Name":"QueueName","Value":"orders-dead"}]""");
    }

    [Fact]
    public void DeadLetterQueue_Given_IsWhereTheQueueMadeHereRedrives()
    {
        var template = Synthesized.Stack(stack => new QueueProcessor(stack, "Orders", new()
        {
            FunctionSettings = new() { Code = QueueSamples.Code(stack) },
            DeadLetterQueue = new Queue(stack, "Shared"),
        }));

        template.All("AWS::SQS::Queue").Count.ShouldBe(2);
        template.Properties("AWS::SQS::Queue", "OrdersQueue")["RedrivePolicy"]!["deadLetterTargetArn"].Target().ShouldStartWith("Shared");
    }

    [Fact]
    public void Queue_MadeElsewhere_ShowsItsDeadLettersAndLimits()
    {
        IQueue? seen = null;
        var template = Synthesized.Stack(stack =>
        {
            var dead = new Queue(stack, "Dead");
            seen = new QueueProcessor(stack, "Orders", new()
            {
                FunctionSettings = new() { Code = QueueSamples.Code(stack) },
                Queue = new Queue(stack, "Given", new QueueProps
                {
                    VisibilityTimeout = Duration.Minutes(3),
                    DeadLetterQueue = new DeadLetterQueue { Queue = dead, MaxReceiveCount = 4 },
                }),
            }).DeadLetterQueue;
            seen.ShouldBe(dead);
        });

        template.Annotations.ShouldBeEmpty();
        ((string?)template.Properties("AWS::Lambda::Function")["Environment"]!["Variables"]!["MAX_RECEIVE_COUNT"]).ShouldBe("4");
    }

    [Fact]
    public void Queue_MadeElsewhereWithoutDeadLetters_IsWarnedOf() => Synthesized.Stack(stack => new QueueProcessor(stack, "Orders", new()
    {
        FunctionSettings = new() { Code = QueueSamples.Code(stack), Timeout = Duration.Seconds(5) },
        Queue = new Queue(stack, "Given"),
    })).Annotations.Single().ShouldContain("has no dead-letter queue");

    [Fact]
    public void Resources_OfOtherStacks_MakeNoCycle()
    {
        var template = Synthesized.App("Processing", app =>
        {
            var messages = new Stack(app, "Messages");
            var key = new Amazon.CDK.AWS.KMS.Key(messages, "Key");
            var queue = new Queue(messages, "Given", new QueueProps
            {
                EncryptionMasterKey = key,
                DeadLetterQueue = new DeadLetterQueue { Queue = new Queue(messages, "Dead"), MaxReceiveCount = 3 },
                VisibilityTimeout = Duration.Minutes(1),
            });
            var function = QueueSamples.Python(new Stack(app, "Code"));
            new QueueProcessor(new Stack(app, "Processing"), "Orders", new() { Queue = queue, Function = function });
        });

        template.All("AWS::Lambda::Function").ShouldBeEmpty();
        template.Properties("AWS::Lambda::EventSourceMapping")["FunctionName"]!["Fn::ImportValue"].ShouldNotBeNull();
        template.Properties("AWS::Lambda::EventSourceMapping")["EventSourceArn"]!["Fn::ImportValue"].ShouldNotBeNull();
        template.Properties("AWS::IAM::Policy")["Roles"]![0]!["Fn::ImportValue"].ShouldNotBeNull();
    }

    [Fact]
    public void DeadLetterQueue_OfAnotherStack_MakesNoCycle() => Synthesized.App("Processing", app =>
    {
        var dead = new Queue(new Stack(app, "Messages"), "Dead");
        var stack = new Stack(app, "Processing");
        new QueueProcessor(stack, "Orders", new() { FunctionSettings = new() { Code = QueueSamples.Code(stack) }, DeadLetterQueue = dead });
    }).All("AWS::SQS::Queue").Count.ShouldBe(1);

    [Theory]
    [InlineData(null, 18)]
    [InlineData(20, 120)]
    public void Function_Given_IsNeverReconfiguredAndItsTimeoutIsRead(int? timeout, double visibility)
    {
        var template = Synthesized.Stack(stack => new QueueProcessor(stack, "Orders", new()
        {
            Function = QueueSamples.Python(stack, timeout is { } seconds ? Duration.Seconds(seconds) : null),
        }));

        template.All("AWS::Logs::LogGroup").ShouldBeEmpty();
        template.Properties("AWS::Lambda::Function")["Environment"].ShouldBeNull();
        template.Properties("AWS::IAM::Policy")["Roles"]![0].Target().ShouldStartWith("PythonServiceRole");
        ((double?)template.Properties("AWS::SQS::Queue", "OrdersQueue")["VisibilityTimeout"]).ShouldBe(visibility);
    }

    [Fact]
    public void Function_AliasOrVersionGiven_IsWhatLambdaInvokes()
    {
        var template = Synthesized.Stack(stack =>
        {
            var version = QueueSamples.Python(stack, Duration.Seconds(10)).CurrentVersion;
            new QueueProcessor(stack, "ByAlias", new() { Function = new Alias(stack, "Live", new AliasProps { AliasName = "live", Version = version }) });
            new QueueProcessor(stack, "ByVersion", new() { Function = version });
        });

        template.Properties("AWS::Lambda::EventSourceMapping", "ByAlias")["FunctionName"]!.ToJsonString().ShouldContain(":live");
        template.Properties("AWS::Lambda::EventSourceMapping", "ByVersion")["FunctionName"]!.ToJsonString().ShouldContain("PythonCurrentVersion");
        ((double?)template.Properties("AWS::SQS::Queue", "ByAliasQueue")["VisibilityTimeout"]).ShouldBe(60);
        ((double?)template.Properties("AWS::SQS::Queue", "ByVersionQueue")["VisibilityTimeout"]).ShouldBe(60);
    }

    [Fact]
    public void Function_Imported_NeedsAVisibilityTimeout()
    {
        QueueSamples.Problem((stack, _) => new() { Function = Imported(stack) }).Code.ShouldBe("SP2405");

        var template = Synthesized.Stack(stack => new QueueProcessor(stack, "Orders", new()
        {
            Function = Imported(stack),
            VisibilityTimeout = Duration.Minutes(3),
        }));
        template.Properties("AWS::IAM::Policy")["Roles"].ShouldBeJson("""["mine"]""");
        ((string?)template.Properties("AWS::Lambda::EventSourceMapping")["FunctionName"]).ShouldBe("mine");
        template.Single("AWS::Lambda::EventSourceMapping")["DependsOn"]!.AsArray().Select(id => (string?)id)
            .ShouldContain(template.All("AWS::IAM::Policy").Keys.Single());
    }

    [Fact]
    public void Function_Given_GetsItsVariablesFromThePattern()
    {
        var template = Synthesized.Stack(stack =>
        {
            var function = QueueSamples.Python(stack, Duration.Seconds(10));
            foreach (var (name, value) in new QueueProcessor(stack, "Orders", new() { Function = function }).Environment)
            {
                function.AddEnvironment(name, value);
            }
        });

        template.Properties("AWS::Lambda::Function")["Environment"].ShouldBeJson("""{"Variables":{"FUNCTION_TIMEOUT_SECONDS":"10","MAX_RECEIVE_COUNT":"5"}}""");
    }

    private static IFunction Imported(Stack stack) => Function.FromFunctionAttributes(stack, "Imported", new FunctionAttributes
    {
        FunctionArn = "arn:aws:lambda:us-east-1:123456789012:function:mine",
        Role = Role.FromRoleArn(stack, "Role", "arn:aws:iam::123456789012:role/mine"),
    });
}
