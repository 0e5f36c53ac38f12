using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;

namespace ServerlessPatterns;

/// <summary>Props of <see cref="QueueProcessor"/>.</summary>
public sealed class QueueProcessorProps : WorkQueueProps
{
    /// <summary>
    /// How long a message that was received stays hidden from other readers, up to 12 hours. Not below the function's
    /// timeout and the batching window together; below six times the timeout and the window it is warned of.
    /// </summary>
    /// <value>The default value is six times the function's timeout, and the batching window: 180 seconds.</value>
    public Duration? VisibilityTimeout { get; init; }

    /// <summary>The most messages that one invocation gets: 1 to 10,000, or to 10 from a FIFO queue.</summary>
    /// <value>The default value is 10.</value>
    public double BatchSize { get; init; } = QueueDefaults.BatchSize;

    /// <summary>
    /// How long Lambda gathers messages before it invokes the function, up to 300 seconds; at least 1 second for
    /// batches above 10, and none for a FIFO queue.
    /// </summary>
    /// <value>The default value is none: a batch is what one poll brought.</value>
    public Duration? MaxBatchingWindow { get; init; }

    /// <summary>The most invocations at a time for this queue, 2 to 1,000.</summary>
    /// <value>The default value is none: Lambda goes up to 1,250.</value>
    public double? MaxConcurrency { get; init; }

    /// <summary>
    /// Which messages reach the function; Lambda deletes all others from the queue. AWS allows 5 filters, and 10 once the
    /// quota was raised: https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html.
    /// </summary>
    /// <value>The default value is none: every message reaches it.</value>
    public IReadOnlyList<EventFilter> Filters { get; init; } = [];

    /// <summary>
    /// Whether the function's answer names the messages that failed, so that only they come again. A function that
    /// answers nothing has processed the whole batch.
    /// </summary>
    /// <value>The default value is <see langword="true"/>.</value>
    public bool ReportBatchItemFailures { get; init; } = true;

    /// <summary>A function of your own in place of the one made here; it is never reconfigured.</summary>
    /// <value>The default value is a new function.</value>
    public IFunction? Function { get; init; }

    /// <summary>What the function made here runs and how; its <c>Code</c> must be set.</summary>
    /// <value>The default value is 1,024 MiB and 30 seconds.</value>
    public FunctionSettings FunctionSettings { get; init; } = new();

    /// <summary>Called with the props of the function right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<FunctionProps>? ConfigureFunction { get; init; }

    /// <summary>Called with the props of the mapping between queue and function right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<EventSourceMappingProps>? ConfigureEventSource { get; init; }
}
