using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;

namespace ServerlessPatterns;

/// <summary>The alarms that every function of a pattern has.</summary>
internal static class FunctionAlarms
{
    /// <returns>The alarms that stop a gradual deployment and take it back.</returns>
    public static IReadOnlyList<Alarm> Add(PatternFunction function, bool isGradual, PatternAlarms alarms)
    {
        // CodeDeploy looks at alarms only while it shifts, ten minutes or less: what takes longer to go off is no guard.
        var minutes = isGradual ? 1 : 5;
        Alarm?[] rollBack = [AddErrors(function, alarms, minutes), AddDuration(function, alarms, minutes)];

        alarms.Add(
            "FunctionThrottles",
            function.Invoked.MetricThrottles(Sum(1)),
            0,
            "Invocations of the function were throttled for five minutes in a row.",
            "compare the account's Lambda concurrency quota with ConcurrentExecutions; raise the quota or the reserved concurrency.",
            periods: 5);

        if (function.DeadLetterQueue is { } queue)
        {
            alarms.Add(
                "FunctionDeadLetters",
                queue.MetricApproximateNumberOfMessagesVisible(new MetricOptions { Period = Duration.Minutes(1), Statistic = Stats.MAXIMUM }),
                0,
                "Events that the function could not process after all retries are in its dead-letter queue.",
                "mend the cause that the messages name, then replay them as the pattern's page says; they are kept for 14 days.");

            alarms.Add(
                "FunctionDroppedEvents",
                function.Invoked.Metric("DestinationDeliveryFailures", Sum(1)),
                0,
                "Lambda could not deliver failed events to the dead-letter queue, so they are lost.",
                "check that the function's role may still send to the queue and use its key; find the lost events in the source.");
        }

        return [.. rollBack.OfType<Alarm>()];
    }

    private static Alarm? AddErrors(PatternFunction function, PatternAlarms alarms, double minutes) => alarms.Add(
        "FunctionErrors",
        new MathExpression(new MathExpressionProps
        {
            Expression = "IF(invocations > 0, 100 * errors / invocations, 0)",
            Label = "errors in percent of invocations",
            Period = Duration.Minutes(minutes),
            UsingMetrics = new Dictionary<string, IMetric>
            {
                ["errors"] = function.Invoked.MetricErrors(Sum(minutes)),
                ["invocations"] = function.Invoked.MetricInvocations(Sum(minutes)),
            },
        }),
        1,
        $"More than 1 % of the invocations of the function failed within {(minutes == 1 ? "a minute" : "five minutes")}.",
        "read the error lines in the function's log group; if it began with a deployment, roll that back.");

    private static Alarm? AddDuration(PatternFunction function, PatternAlarms alarms, double minutes)
    {
        // The timeout of a function that was given is known only to its owner.
        if (function.Resource?.Timeout is not { } timeout || timeout.IsUnresolved())
        {
            return null;
        }

        return alarms.Add(
            "FunctionDuration",
            function.Invoked.MetricDuration(new MetricOptions { Period = Duration.Minutes(minutes), Statistic = "p99" }),
            Math.Floor(0.8 * timeout.ToMilliseconds()),
            "The slowest 1 % of the invocations take more than 80 % of the function's timeout.",
            "look at the traces for what is slow; raise MemorySize, which also gives more CPU, or Timeout.",
            periods: 3,
            inclusive: true);
    }

    private static MetricOptions Sum(double minutes) => new() { Period = Duration.Minutes(minutes), Statistic = Stats.SUM };
}
