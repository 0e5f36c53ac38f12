using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using ServerlessPatterns.Tests.Monitoring;

namespace ServerlessPatterns.Tests.Scheduling;

public sealed class ScheduledFunctionAlarmsTests : PatternAlarmsCases
{
    private static readonly Synthesized Defaults = Synthesized.Stack(stack => Job(stack, ScheduleEngine.Scheduler));
    private static readonly Synthesized OfRule = Synthesized.Stack(stack => Job(stack, ScheduleEngine.Rule));

    private protected override int AlarmCount => 9;

    [Theory]
    [MemberData(nameof(AlarmTexts.OfAFunction), "JobFunction", 240000, MemberType = typeof(AlarmTexts))]
    [MemberData(nameof(AlarmTexts.OfAnAsynchronousFunction), "JobFunction", "JobFunctionDeadLetterQueue", MemberType = typeof(AlarmTexts))]
    [MemberData(nameof(AlarmTexts.OfASchedule), "JobScheduleGroup", "JobScheduleDeadLetterQueue", MemberType = typeof(AlarmTexts))]
    public void Alarm_ByDefault_WatchesOneResourceByItsDimensions(string id, string expected) => Defaults.Alarm(id).ShouldBe(expected);

    [Theory]
    [MemberData(nameof(AlarmTexts.OfARule), "JobRule", "JobScheduleDeadLetterQueue", MemberType = typeof(AlarmTexts))]
    public void Alarm_WithARule_WatchesTheRule(string id, string expected) => OfRule.Alarm(id).ShouldBe(expected);

    [Fact]
    public void Alarms_WithARule_AreThoseOfTheFunctionAndTheRule() => OfRule.Alarms().Keys.ShouldBe(
        ["FunctionErrors", "FunctionThrottles", "FunctionDuration", "FunctionDeadLetters", "FunctionDroppedEvents", "RuleDeadLetters", "RuleDroppedEvents"],
        ignoreOrder: true);

    [Fact]
    public void Metrics_OfThePattern_AreThoseOfItsFunction() => Synthesized.Stack(stack =>
    {
        var job = Job(stack, ScheduleEngine.Scheduler);
        job.MetricInvocations().MetricName.ShouldBe("Invocations");
        job.MetricErrors().MetricName.ShouldBe("Errors");
        job.MetricDuration().MetricName.ShouldBe("Duration");
        job.MetricErrors().Dimensions!.Keys.ShouldBe(["FunctionName"]);
    });

    private protected override IReadOnlyList<Alarm> MakeAlarms(Stack stack, MonitoringOptions monitoring) =>
        Job(stack, ScheduleEngine.Scheduler, monitoring).Alarms;

    private static ScheduledFunction Job(Stack stack, ScheduleEngine engine, MonitoringOptions? monitoring = null) => new(stack, "Job", new()
    {
        Schedule = ScheduleTimes.Rate(Duration.Days(1)),
        Engine = engine,
        FunctionSettings = JobCode.Settings,
        Monitoring = monitoring ?? new(),
    });
}
