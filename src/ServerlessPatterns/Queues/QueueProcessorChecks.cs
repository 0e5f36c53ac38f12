using Constructs;

namespace ServerlessPatterns;

/// <summary>The checks of <see cref="QueueProcessorProps"/>.</summary>
internal static class QueueProcessorChecks
{
    public static void ThrowIfInvalid(Construct scope, string id, QueueProcessorProps props)
    {
        var checks = new Checks();
        WorkQueueChecks.Check(checks, props);
        CheckVisibility(checks, props);
        QueueEventSource.CheckBatch(checks, WorkQueueChecks.IsFifo(props), QueueEventSource.Props(props));
        CheckConcurrency(checks, props);
        EventFilters.Check(checks, nameof(props.Filters), props.Filters, QueueEventSource.Fields);
        FunctionChecks.Check(checks, nameof(props.FunctionSettings), QueueFunction.Request(props), props.Monitoring);
        checks.ThrowIfAny(nameof(QueueProcessor), scope, id);
    }

    private static void CheckVisibility(Checks checks, QueueProcessorProps props)
    {
        var timeout = QueueVisibility.FunctionSeconds(props);
        var window = QueueVisibility.WindowSeconds(props.MaxBatchingWindow);
        if (props.Queue is { } given)
        {
            WorkQueueChecks.NotBeside(checks, nameof(props.Queue), nameof(props.VisibilityTimeout), props.VisibilityTimeout is not null);
            QueueVisibility.Check(checks, nameof(props.Queue), QueueVisibility.OfGiven(given), timeout, window);
            return;
        }

        checks.Seconds(ErrorCodes.QueueVisibility, nameof(props.VisibilityTimeout), props.VisibilityTimeout, 0, QueueVisibility.MaxSeconds, "SQS hides a message for 12 hours at most.");
        QueueVisibility.Check(checks, nameof(props.VisibilityTimeout), QueueVisibility.Seconds(props.VisibilityTimeout), timeout, window);
        QueueVisibility.RequireKnown(checks, props, timeout);
    }

    private static void CheckConcurrency(Checks checks, QueueProcessorProps props)
    {
        if (props.MaxConcurrency is { } most && props.FunctionSettings.ReservedConcurrentExecutions is { } reserved
            && !Tokens.IsUnresolved(most) && !Tokens.IsUnresolved(reserved))
        {
            checks.Require(
                reserved >= most,
                ErrorCodes.QueueReservedConcurrency,
                nameof(props.MaxConcurrency),
                most,
                $"{Tokens.Text(reserved)} or less, what FunctionSettings.ReservedConcurrentExecutions lets through: messages of throttled batches count as received, and become dead letters",
                "Reserve as many as MaxConcurrency, or more.");
        }
    }
}
