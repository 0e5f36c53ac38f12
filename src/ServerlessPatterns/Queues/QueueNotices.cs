using Constructs;

namespace ServerlessPatterns;

/// <summary>What only a human can judge about queues and their readers.</summary>
internal static class QueueNotices
{
    private const double FewReceives = 3;

    public static void Add(QueueProcessor processor, QueueProcessorProps props, double? visibilitySeconds)
    {
        var timeout = QueueVisibility.FunctionSeconds(processor.Function, props);
        var window = QueueVisibility.WindowSeconds(props.MaxBatchingWindow) ?? 0;
        if (visibilitySeconds is { } visible && timeout is { } seconds && visible < QueueVisibility.Recommended(seconds, window))
        {
            Notices.AddWarning(
                processor,
                "ServerlessPatterns:QueueVisibility",
                $"The visibility timeout is {Tokens.Text(visible)} seconds, and AWS recommends six times the function's timeout and the batching window, {Tokens.Text(QueueVisibility.Recommended(seconds, window))} seconds: a batch that is throttled for a while may come twice.");
        }

        if (props.FunctionSettings.ReservedConcurrentExecutions is not null && props.MaxConcurrency is null)
        {
            Notices.AddWarning(
                processor,
                "ServerlessPatterns:QueueReservedConcurrency",
                "Lambda takes more messages from the queue than the reserved concurrency lets through, and throttled messages become dead letters after some receives. Set MaxConcurrency to the reserved concurrency or less.");
        }

        AddReceives(processor, props, visibilitySeconds);
    }

    /// <summary>What holds for every reader of a queue made here.</summary>
    public static void AddReceives(Construct pattern, WorkQueueProps props, double? visibilitySeconds)
    {
        if (props.Queue is not null || props.MaxReceiveCount is { } set && Tokens.IsUnresolved(set))
        {
            return;
        }

        var receives = props.MaxReceiveCount ?? QueueDefaults.MaxReceiveCount;
        if (receives < FewReceives)
        {
            Notices.AddWarning(
                pattern,
                "ServerlessPatterns:QueueReceiveCount",
                $"A message is a dead letter after {Tokens.Text(receives)} receives. What hits a passing fault, or is received and not processed in time, counts as well: give 3 to 5.");
        }

        var retention = QueueVisibility.Seconds(props.RetentionPeriod ?? QueueDefaults.RetentionPeriod);
        if (visibilitySeconds * receives >= retention)
        {
            Notices.AddWarning(
                pattern,
                "ServerlessPatterns:QueueRetention",
                $"A message that always fails takes up to {Tokens.Text(visibilitySeconds!.Value * receives)} seconds to become a dead letter, and is lost after {Tokens.Text(retention.Value)}: raise RetentionPeriod, or lower MaxReceiveCount or VisibilityTimeout.");
        }
    }
}
