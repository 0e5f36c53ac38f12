using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.Scheduler;
using Amazon.CDK.AWS.SQS;

namespace ServerlessPatterns;

/// <summary>The alarms and metrics of a schedule, which Scheduler counts by its group.</summary>
internal static class ScheduleAlarms
{
    public static void Add(CfnScheduleGroup group, Queue deadLetters, PatternAlarms alarms)
    {
        alarms.Add(
            "ScheduleFailedAttempts",
            new MathExpression(new MathExpressionProps
            {
                Expression = "FILL(errors, 0) + FILL(targetThrottles, 0) + FILL(schedulerThrottles, 0)",
                Label = "failed and throttled attempts",
                Period = Duration.Minutes(15),
                UsingMetrics = new Dictionary<string, IMetric>(StringComparer.Ordinal)
                {
                    ["errors"] = Sum(group, "TargetErrorCount", 15),
                    ["targetThrottles"] = Sum(group, "TargetErrorThrottledCount", 15),
                    ["schedulerThrottles"] = Sum(group, "InvocationThrottleCount", 15),
                },
            }),
            3,
            "Three or more attempts to start a run failed or were throttled within 15 minutes; they are being retried.",
            "compare the role of the schedule with what the target asks for, and the account's quotas with its use; once the retries end, the run is in the dead-letter queue.",
            inclusive: true);

        alarms.Add(
            "ScheduleDroppedRuns",
            Sum(group, "InvocationDroppedCount", 1),
            0,
            "Scheduler gave up starting a run.",
            "read the ERROR_CODE attribute of the message in the schedule's dead-letter queue, mend the cause, then start the run again as the pattern's page says.");

        alarms.Add(
            "ScheduleDeadLetters",
            deadLetters.MetricApproximateNumberOfMessagesVisible(new MetricOptions { Period = Duration.Minutes(1), Statistic = Stats.MAXIMUM }),
            0,
            "Runs that Scheduler could not start are in the schedule's dead-letter queue.",
            "read the ERROR_CODE attribute of the messages, mend the cause, then replay them as the pattern's page says; they are kept for 14 days.");

        alarms.Add(
            "ScheduleLostRuns",
            Sum(group, "InvocationsFailedToBeSentToDeadLetterCount", 1),
            0,
            "Scheduler could not send a run that it gave up to the dead-letter queue, so it is lost.",
            "check that the role of the schedule may still send to the queue and use its key; start the run again by hand.");
    }

    public static Metric Metric(CfnScheduleGroup group, string name, MetricOptions? options) =>
        options is null ? Sum(group, name, 5) : Sum(group, name, 5).With(options);

    private static Metric Sum(CfnScheduleGroup group, string name, double minutes) => new(new MetricProps
    {
        Namespace = "AWS/Scheduler",
        MetricName = name,
        DimensionsMap = new Dictionary<string, string>(StringComparer.Ordinal) { ["ScheduleGroup"] = group.Ref },
        Period = Duration.Minutes(minutes),
        Statistic = Stats.SUM,
    });
}
