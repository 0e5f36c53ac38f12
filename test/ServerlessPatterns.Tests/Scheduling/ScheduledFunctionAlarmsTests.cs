using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.SNS;

namespace ServerlessPatterns.Tests.Scheduling;

public sealed class ScheduledFunctionAlarmsTests
{
    private static readonly Synthesized Defaults = Make(ScheduleEngine.Scheduler, new());
    private static readonly Synthesized OfRule = Make(ScheduleEngine.Rule, new());

    [Theory]
    [InlineData("FunctionErrors", "AWS/Lambda", "Errors,Invocations", "FunctionName", "Sum 300 >", 1, 1)]
    [InlineData("FunctionThrottles", "AWS/Lambda", "Throttles", "FunctionName", "Sum 60 >", 0, 5)]
    [InlineData("FunctionDuration", "AWS/Lambda", "Duration", "FunctionName", "p99 300 >=", 240000, 3)]
    [InlineData("FunctionDeadLetters", "AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", "Maximum 60 >", 0, 1)]
    [InlineData("FunctionDroppedEvents", "AWS/Lambda", "DestinationDeliveryFailures", "FunctionName", "Sum 60 >", 0, 1)]
    [InlineData("ScheduleFailedAttempts", "AWS/Scheduler", "TargetErrorCount,TargetErrorThrottledCount,InvocationThrottleCount", "ScheduleGroup", "Sum 900 >=", 3, 1)]
    [InlineData("ScheduleDroppedRuns", "AWS/Scheduler", "InvocationDroppedCount", "ScheduleGroup", "Sum 60 >", 0, 1)]
    [InlineData("ScheduleDeadLetters", "AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", "Maximum 60 >", 0, 1)]
    [InlineData("ScheduleLostRuns", "AWS/Scheduler", "InvocationsFailedToBeSentToDeadLetterCount", "ScheduleGroup", "Sum 60 >", 0, 1)]
    public void Alarm_ByDefault_WatchesOneResourceByItsDimensions(
        string id, string metricNamespace, string metrics, string dimensions, string judged, double threshold, double periods)
    {
        var alarm = Defaults.Properties("AWS::CloudWatch::Alarm", $"Alarms{id}");

        AlarmReader.Describe(alarm).ShouldBe($"{metricNamespace} {metrics} {dimensions} {judged} {threshold} x{periods}");
        ((string?)alarm["TreatMissingData"]).ShouldBe("notBreaching");
        ((string?)alarm["AlarmDescription"])!.ShouldContain("\nRunbook: ");
        alarm["AlarmActions"].ShouldBeNull();
    }

    [Fact]
    public void Alarms_OfTheSchedule_WatchItsOwnGroup()
    {
        var group = Defaults.All("AWS::Scheduler::ScheduleGroup").Keys.Single();

        foreach (var id in new[] { "ScheduleDroppedRuns", "ScheduleLostRuns" })
        {
            Defaults.Properties("AWS::CloudWatch::Alarm", id)["Dimensions"].ShouldBeJson($$$"""[{"Name":"ScheduleGroup","Value":{"Ref":"{{{group}}}"}}]""");
        }

        AlarmReader.Metrics(Defaults.Properties("AWS::CloudWatch::Alarm", "ScheduleFailedAttempts"))
            .ShouldAllBe(metric => metric["Dimensions"]![0]!["Value"]!.Target() == group);
    }

    [Theory]
    [InlineData("RuleDeadLetters", "AWS/SQS ApproximateNumberOfMessagesVisible QueueName Maximum 60 > 0 x1")]
    [InlineData("RuleDroppedEvents", "AWS/Events InvocationsFailedToBeSentToDlq RuleName Sum 60 > 0 x1")]
    public void Alarm_WithARule_WatchesTheRule(string id, string described) =>
        AlarmReader.Describe(OfRule.Properties("AWS::CloudWatch::Alarm", id)).ShouldBe(described);

    [Fact]
    public void Alarms_OfThePattern_AreNineAndSevenAndAllExposed()
    {
        Defaults.All("AWS::CloudWatch::Alarm").Count.ShouldBe(9);
        OfRule.All("AWS::CloudWatch::Alarm").Count.ShouldBe(7);
        Synthesized.Stack(stack => Job(stack, ScheduleEngine.Scheduler, new()).Alarms.Count.ShouldBe(9));
    }

    [Fact]
    public void Monitoring_None_MakesNoAlarm() =>
        Make(ScheduleEngine.Scheduler, MonitoringOptions.None).All("AWS::CloudWatch::Alarm").ShouldBeEmpty();

    [Fact]
    public void Monitoring_ActionsRunbookAndHook_ReachEveryAlarm()
    {
        var template = Synthesized.Stack(stack => Job(stack, ScheduleEngine.Scheduler, new()
        {
            AlarmActions = [new SnsAction(new Topic(stack, "OnCall"))],
            RunbookUrl = new Uri("https://wiki.example.com/job"),
            ConfigureAlarm = (id, alarm) => alarm.Threshold = id == "ScheduleFailedAttempts" ? 7 : alarm.Threshold,
        }));

        foreach (var alarm in template.All("AWS::CloudWatch::Alarm").Values.Select(alarm => alarm["Properties"]!))
        {
            alarm["AlarmActions"]!.AsArray().Single().Target().ShouldStartWith("OnCall");
            ((string?)alarm["AlarmDescription"])!.ShouldContain("Runbook: https://wiki.example.com/job#");
        }

        ((double?)template.Properties("AWS::CloudWatch::Alarm", "ScheduleFailedAttempts")["Threshold"]).ShouldBe(7);
    }

    [Fact]
    public void Metrics_OfThePattern_AreThoseOfItsFunction() => Synthesized.Stack(stack =>
    {
        var job = Job(stack, ScheduleEngine.Scheduler, new());
        job.MetricInvocations().MetricName.ShouldBe("Invocations");
        job.MetricErrors().MetricName.ShouldBe("Errors");
        job.MetricDuration().MetricName.ShouldBe("Duration");
        job.MetricErrors().Dimensions!.Keys.ShouldBe(["FunctionName"]);
    });

    private static Synthesized Make(ScheduleEngine engine, MonitoringOptions monitoring) =>
        Synthesized.Stack(stack => Job(stack, engine, monitoring));

    private static ScheduledFunction Job(Stack stack, ScheduleEngine engine, MonitoringOptions monitoring) => new(stack, "Job", new()
    {
        Schedule = ScheduleTimes.Rate(Duration.Days(1)),
        Engine = engine,
        FunctionSettings = JobCode.Settings,
        Monitoring = monitoring,
    });
}
