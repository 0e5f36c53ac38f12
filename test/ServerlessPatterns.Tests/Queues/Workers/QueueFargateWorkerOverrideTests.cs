using Amazon.CDK;
using ServerlessPatterns.Tests.Monitoring;

namespace ServerlessPatterns.Tests.Queues;

public sealed class QueueFargateWorkerOverrideTests
{
    [Fact]
    public void MinTasks_Zero_WakesUpOnWaitingMessagesAndSleepsWhenNothingIsLeft()
    {
        var template = WorkerSamples.Worker(source => new() { Source = source, Network = Network.Isolated(), Scaling = new() { MinTasks = 0 } });

        ((double?)template.Properties("AWS::ApplicationAutoScaling::ScalableTarget")["MinCapacity"]).ShouldBe(0);
        template.Properties("AWS::ApplicationAutoScaling::ScalingPolicy", "WakeUpPolicy")["StepScalingPolicyConfiguration"].ShouldBeJson(
            """
            {"AdjustmentType": "ChangeInCapacity", "Cooldown": 300, "MetricAggregationType": "Maximum",
             "StepAdjustments": [{"MetricIntervalLowerBound": 0, "ScalingAdjustment": 1}]}
            """);
        template.Properties("AWS::ApplicationAutoScaling::ScalingPolicy", "SleepPolicy")["StepScalingPolicyConfiguration"].ShouldBeJson(
            """
            {"AdjustmentType": "ExactCapacity", "Cooldown": 60, "MetricAggregationType": "Maximum",
             "StepAdjustments": [{"MetricIntervalUpperBound": 0, "ScalingAdjustment": 0}]}
            """);

        const string Watched =
            " where visible = AWS/SQS ApproximateNumberOfMessagesVisible QueueName=WorkerQueue.QueueName Maximum/60"
            + ", inFlight = AWS/SQS ApproximateNumberOfMessagesNotVisible QueueName=WorkerQueue.QueueName Maximum/60";
        var wakeUp = template.Properties("AWS::CloudWatch::Alarm", "WakeUp");
        AlarmText.Describe(wakeUp).ShouldBe($"IF(visible > 0 AND inFlight < 1, 1, 0){Watched} >= 1 x1");
        wakeUp["AlarmActions"]!.AsArray().Single().Target().ShouldContain("WakeUpPolicy");

        var sleep = template.Properties("AWS::CloudWatch::Alarm", "Sleep");
        AlarmText.Describe(sleep).ShouldBe($"visible + inFlight{Watched} <= 0 x15");
        sleep["AlarmActions"]!.AsArray().Single().Target().ShouldContain("SleepPolicy");
    }

    [Fact]
    public void MinTasks_ZeroWithoutMonitoring_StillScales() => WorkerSamples.Worker(source => new()
    {
        Source = source,
        Network = Network.Isolated(),
        Scaling = new() { MinTasks = 0 },
        Monitoring = MonitoringOptions.None,
    }).All("AWS::CloudWatch::Alarm").Count.ShouldBe(2);

    [Fact]
    public void Scaling_EverythingSet_FollowsTheProps()
    {
        var template = WorkerSamples.Worker(source => new()
        {
            Source = source,
            Network = Network.Nat(1),
            Scaling = new() { MinTasks = 2, MaxTasks = 50, BacklogPerTask = 2.5, ScaleInCooldown = Duration.Seconds(10), ScaleOutCooldown = Duration.Seconds(20) },
        });

        ((double?)template.Properties("AWS::ApplicationAutoScaling::ScalableTarget")["MaxCapacity"]).ShouldBe(50);
        var tracking = template.Properties("AWS::ApplicationAutoScaling::ScalingPolicy")["TargetTrackingScalingPolicyConfiguration"]!;
        ((double?)tracking["TargetValue"]).ShouldBe(2.5);
        ((double?)tracking["ScaleInCooldown"]).ShouldBe(10);
        ((double?)tracking["ScaleOutCooldown"]).ShouldBe(20);
    }

    [Fact]
    public void SpotShare_Set_RunsTheLeastTasksOnDemand()
    {
        var template = WorkerSamples.Worker(source => new() { Source = source, Network = Network.Isolated(), SpotShare = 70, Scaling = new() { MinTasks = 3 } });

        template.Properties("AWS::ECS::Service")["CapacityProviderStrategy"].ShouldBeJson(
            """[{"Base":3,"CapacityProvider":"FARGATE","Weight":30},{"CapacityProvider":"FARGATE_SPOT","Weight":70}]""");
        template.Properties("AWS::ECS::ClusterCapacityProviderAssociations")["CapacityProviders"].ShouldBeJson("""["FARGATE","FARGATE_SPOT"]""");
    }

    [Fact]
    public void RollbackOnAlarms_Off_LeavesTheCircuitBreaker()
    {
        var deployment = WorkerSamples.Worker(source => new() { Source = source, Network = Network.Isolated(), RollbackOnAlarms = false })
            .Properties("AWS::ECS::Service")["DeploymentConfiguration"]!;

        deployment["Alarms"].ShouldBeNull();
        deployment["DeploymentCircuitBreaker"].ShouldBeJson("""{"Enable":true,"Rollback":true}""");
    }

    [Fact]
    public void ExecuteCommand_On_IsAllowedToTheTask()
    {
        var template = WorkerSamples.Worker(source => new() { Source = source, Network = Network.Isolated(), EnableExecuteCommand = true });

        ((bool?)template.Properties("AWS::ECS::Service")["EnableExecuteCommand"]).ShouldBe(true);
        template.Properties("AWS::IAM::Policy", "TaskRole").ToJsonString().ShouldContain("ssmmessages:OpenDataChannel");
    }

    [Theory]
    [InlineData(false, "RetainExceptOnCreate")]
    [InlineData(true, "Delete")]
    public void RemovalPolicy_DefaultOrDestroy_ReachesQueuesAndLogs(bool isSet, string expected)
    {
        var template = isSet
            ? WorkerSamples.Worker(source => new() { Source = source, Network = Network.Isolated(), RemovalPolicy = RemovalPolicy.DESTROY })
            : WorkerSamples.Worker();

        var stateful = new[] { "AWS::SQS::Queue", "AWS::Logs::LogGroup" }.SelectMany(type => template.All(type)).ToList();
        stateful.Count.ShouldBe(4, "two queues, the log of the tasks and that of the network");
        stateful.ShouldAllBe(resource => (string?)resource.Value["DeletionPolicy"] == expected);
    }

    [Fact]
    public void Queue_Fifo_FollowsTheProps()
    {
        var template = WorkerSamples.Worker(source => new()
        {
            Source = source,
            Network = Network.Isolated(),
            Fifo = true,
            VisibilityTimeout = Duration.Minutes(30),
            MaxReceiveCount = 3,
        });

        ((bool?)template.Properties("AWS::SQS::Queue", "WorkerQueue")["FifoQueue"]).ShouldBe(true);
        ((double?)template.Properties("AWS::SQS::Queue", "WorkerQueue")["VisibilityTimeout"]).ShouldBe(1800);
        ((bool?)template.Properties("AWS::SQS::Queue", "DeadLetterQueue")["FifoQueue"]).ShouldBe(true);
    }
}
