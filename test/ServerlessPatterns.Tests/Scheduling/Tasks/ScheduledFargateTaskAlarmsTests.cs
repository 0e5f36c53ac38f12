using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.SNS;

namespace ServerlessPatterns.Tests.Scheduling;

public sealed class ScheduledFargateTaskAlarmsTests
{
    private static readonly Synthesized Defaults = Synthesized.Stack(stack => NightlyTask.Minimal(stack));

    [Theory]
    [InlineData("ScheduleFailedAttempts", "AWS/Scheduler TargetErrorCount,TargetErrorThrottledCount,InvocationThrottleCount ScheduleGroup Sum 900 >= 3 x1")]
    [InlineData("ScheduleDroppedRuns", "AWS/Scheduler InvocationDroppedCount ScheduleGroup Sum 60 > 0 x1")]
    [InlineData("ScheduleDeadLetters", "AWS/SQS ApproximateNumberOfMessagesVisible QueueName Maximum 60 > 0 x1")]
    [InlineData("ScheduleLostRuns", "AWS/Scheduler InvocationsFailedToBeSentToDeadLetterCount ScheduleGroup Sum 60 > 0 x1")]
    [InlineData("FailedTasks", "AWS/SQS ApproximateNumberOfMessagesVisible QueueName Maximum 60 > 0 x1")]
    [InlineData("LostTaskReports", "AWS/Events FailedInvocations RuleName Sum 60 > 0 x1")]
    public void Alarm_ByDefault_WatchesOneResourceByItsDimensions(string id, string described)
    {
        var alarm = Defaults.Properties("AWS::CloudWatch::Alarm", $"Alarms{id}");

        AlarmReader.Describe(alarm).ShouldBe(described);
        ((string?)alarm["TreatMissingData"]).ShouldBe("notBreaching");
        ((string?)alarm["AlarmDescription"])!.ShouldContain("\nRunbook: ");
    }

    [Fact]
    public void FailedTasks_Alarm_WatchesTheQueueOfTheRule()
    {
        var queue = Defaults.Properties("AWS::Events::Rule")["Targets"]![0]!["Arn"].Target();

        Defaults.Properties("AWS::CloudWatch::Alarm", "FailedTasks")["Dimensions"]![0]!["Value"].Target().ShouldBe(queue);
    }

    [Fact]
    public void Alarms_OfThePattern_AreSixAndAllExposed()
    {
        Defaults.All("AWS::CloudWatch::Alarm").Count.ShouldBe(6);
        Synthesized.Stack(stack => NightlyTask.Minimal(stack).Alarms.Count.ShouldBe(6));
    }

    [Fact]
    public void Monitoring_NoneOrActions_ReachesEveryAlarm()
    {
        Make(_ => MonitoringOptions.None).All("AWS::CloudWatch::Alarm").ShouldBeEmpty();

        Make(stack => new() { AlarmActions = [new SnsAction(new Topic(stack, "OnCall"))] }).All("AWS::CloudWatch::Alarm").Values
            .ShouldAllBe(alarm => alarm["Properties"]!["AlarmActions"]![0].Target().StartsWith("OnCall", StringComparison.Ordinal));
    }

    [Fact]
    public void Metrics_OfThePattern_AreThoseOfItsGroupAndQueue() => Synthesized.Stack(stack =>
    {
        var task = NightlyTask.Minimal(stack);
        task.MetricAttempts().MetricName.ShouldBe("InvocationAttemptCount");
        task.MetricAttempts().Dimensions!.Keys.ShouldBe(["ScheduleGroup"]);
        task.MetricAttempts(new Amazon.CDK.AWS.CloudWatch.MetricOptions { Period = Duration.Hours(1) }).Period.ToHours().ShouldBe(1);
        task.MetricFailedTasks().Dimensions!.Keys.ShouldBe(["QueueName"]);
    });

    private static Synthesized Make(Func<Stack, MonitoringOptions> monitoring) => NightlyTask.Make(stack => new()
    {
        Schedule = NightlyTask.Daily,
        Source = NightlyTask.Image(stack),
        Network = Network.Isolated(),
        Monitoring = monitoring(stack),
    });
}
