using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using ServerlessPatterns.Tests.Monitoring;

namespace ServerlessPatterns.Tests.Scheduling;

public sealed class ScheduledFargateTaskAlarmsTests : PatternAlarmsCases
{
    private static readonly Synthesized Defaults = Synthesized.Stack(stack => NightlyTask.Minimal(stack));

    private protected override int AlarmCount => 6;

    [Theory]
    [MemberData(nameof(AlarmTexts.OfASchedule), "NightlyScheduleGroup", "NightlyScheduleDeadLetterQueue", MemberType = typeof(AlarmTexts))]
    [InlineData("FailedTasks", "AWS/SQS ApproximateNumberOfMessagesVisible QueueName=NightlyFailedTaskQueue.QueueName Maximum/60 > 0 x1")]
    [InlineData("LostTaskReports", "AWS/Events FailedInvocations RuleName=NightlyFailureRule Sum/60 > 0 x1")]
    public void Alarm_ByDefault_WatchesOneResourceByItsDimensions(string id, string expected) => Defaults.Alarm(id).ShouldBe(expected);

    [Fact]
    public void FailedTasks_Alarm_WatchesTheQueueOfTheRule()
    {
        var queue = Defaults.Properties("AWS::Events::Rule")["Targets"]![0]!["Arn"].Target();

        Defaults.Alarms()["FailedTasks"]["Dimensions"]![0]!["Value"].Target().ShouldBe(queue);
    }

    [Fact]
    public void Metrics_OfThePattern_AreThoseOfItsGroupAndQueue() => Synthesized.Stack(stack =>
    {
        var task = NightlyTask.Minimal(stack);
        task.MetricAttempts().MetricName.ShouldBe("InvocationAttemptCount");
        task.MetricAttempts().Dimensions!.Keys.ShouldBe(["ScheduleGroup"]);
        task.MetricAttempts(new MetricOptions { Period = Duration.Hours(1) }).Period.ToHours().ShouldBe(1);
        task.MetricFailedTasks().Dimensions!.Keys.ShouldBe(["QueueName"]);
    });

    private protected override IReadOnlyList<Alarm> MakeAlarms(Stack stack, MonitoringOptions monitoring) => new ScheduledFargateTask(stack, "Nightly", new()
    {
        Schedule = NightlyTask.Daily,
        Source = NightlyTask.Image(stack),
        Network = Network.Isolated(),
        Monitoring = monitoring,
    }).Alarms;
}
