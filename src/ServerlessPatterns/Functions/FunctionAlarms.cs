using Amazon.CDK.AWS.CloudWatch;

namespace ServerlessPatterns;

/// <summary>The alarms that every function of a pattern has.</summary>
internal static class FunctionAlarms
{
    private const string Errors = "FunctionErrors";
    private const string Duration = "FunctionDuration";

    /// <summary>The ids of the alarms that stop a gradual deployment and take it back.</summary>
    public static IReadOnlyCollection<string> RollBack { get; } = [Errors, Duration];

    public static void Add(PatternFunction function, FunctionRequest request, PatternAlarms alarms)
    {
        if (!alarms.Enabled)
        {
            return;
        }

        var invoked = function.Invoked;
        var minute = new MetricOptions { Period = Amazon.CDK.Duration.Minutes(1), Statistic = Stats.SUM };
        var fiveMinutes = new MetricOptions { Period = Amazon.CDK.Duration.Minutes(5), Statistic = Stats.SUM };

        alarms.Add(
            Errors,
            new MathExpression(new MathExpressionProps
            {
                Expression = "IF(invocations > 0, 100 * errors / invocations, 0)",
                Label = "errors in percent of invocations",
                Period = Amazon.CDK.Duration.Minutes(5),
                UsingMetrics = new Dictionary<string, IMetric>
                {
                    ["errors"] = invoked.MetricErrors(fiveMinutes),
                    ["invocations"] = invoked.MetricInvocations(fiveMinutes),
                },
            }),
            1,
            "More than 1 % of the invocations of the function failed within five minutes.",
            "read the error lines in the function's log group; if it began with a deployment, roll that back.");

        alarms.Add(
            "FunctionThrottles",
            invoked.MetricThrottles(minute),
            0,
            "Invocations of the function were throttled for five minutes in a row.",
            "compare the account's Lambda concurrency quota with ConcurrentExecutions; raise the quota or the reserved concurrency.",
            periods: 5);

        AddDuration(function, request, alarms);

        if (function.DeadLetterQueue is { } queue)
        {
            alarms.Add(
                "FunctionDeadLetters",
                queue.MetricApproximateNumberOfMessagesVisible(new MetricOptions
                {
                    Period = Amazon.CDK.Duration.Minutes(1),
                    Statistic = Stats.MAXIMUM,
                }),
                0,
                "Events that the function could not process after all retries are in its dead-letter queue.",
                "mend the cause that the messages name, then replay them as the pattern's page says; they are kept for 14 days.");

            alarms.Add(
                "FunctionDroppedEvents",
                invoked.Metric("DestinationDeliveryFailures", minute),
                0,
                "Lambda could not deliver failed events to the dead-letter queue, so they are lost.",
                "check that the function's role may still send to the queue and use its key; find the lost events in the source.");
        }
    }

    private static void AddDuration(PatternFunction function, FunctionRequest request, PatternAlarms alarms)
    {
        // The timeout of a function that was given is known only to its owner.
        if (function.Resource?.Timeout is not { } timeout || timeout.IsUnresolved())
        {
            return;
        }

        var limit = Math.Floor(0.8 * timeout.ToMilliseconds());
        alarms.Add(
            Duration,
            function.Invoked.MetricDuration(new MetricOptions
            {
                Period = Amazon.CDK.Duration.Minutes(5),
                Statistic = "p99",
            }),
            limit,
            "The slowest 1 % of the invocations take more than 80 % of the function's timeout.",
            "look at the traces for what is slow; raise MemorySize, which also gives more CPU, or Timeout.",
            periods: 3,
            inclusive: true);
    }
}
