using Amazon.CDK;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.SQS;

namespace ServerlessPatterns;

/// <summary>What the props of the patterns that take work from a queue have in common.</summary>
public abstract class WorkQueueProps
{
    private protected WorkQueueProps()
    {
    }

    /// <summary>
    /// The queue that the work comes from. It is never reconfigured: its visibility timeout and its dead-letter queue
    /// are its owner's.
    /// </summary>
    /// <value>The default value is a new queue.</value>
    public IQueue? Queue { get; init; }

    /// <summary>
    /// The name of the queue made here, 1 to 80 letters, digits, hyphens and underscores; that of a FIFO queue ends in
    /// <c>.fifo</c>. Only a queue with a name can be named by its dead-letter queue as the one that may use it.
    /// </summary>
    /// <value>The default value is a name that CloudFormation makes up.</value>
    public string? QueueName { get; init; }

    /// <summary>Whether the queue made here keeps the order of messages within their group, and drops duplicates.</summary>
    /// <value>The default value is <see langword="false"/>: a standard queue.</value>
    public bool Fifo { get; init; }

    /// <summary>Whether a FIFO queue takes messages of the same content, sent within five minutes, for one.</summary>
    /// <value>The default value is <see langword="false"/>: each message is sent with a deduplication id.</value>
    public bool ContentBasedDeduplication { get; init; }

    /// <summary>
    /// Whether a FIFO queue counts duplicates and its quota of calls by message group. See
    /// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/high-throughput-fifo.html.
    /// </summary>
    /// <value>The default value is <see langword="false"/>: 300 calls a second of each kind, for all groups together.</value>
    public bool HighThroughputFifo { get; init; }

    /// <summary>How long a message waits in the queue made here before it is lost, 60 seconds to 14 days.</summary>
    /// <value>The default value is 4 days.</value>
    public Duration? RetentionPeriod { get; init; }

    /// <summary>
    /// Where messages end that failed too often; FIFO beside a FIFO queue. Beside a queue that was given: the one that
    /// its owner gave it, so that it can be alarmed.
    /// </summary>
    /// <value>The default value is a new queue that keeps messages for 14 days.</value>
    public IQueue? DeadLetterQueue { get; init; }

    /// <summary>How often a message of the queue made here is received before it is a dead letter, 1 to 1,000.</summary>
    /// <value>The default value is 5.</value>
    public double? MaxReceiveCount { get; init; }

    /// <summary>The key that encrypts queues and logs made here.</summary>
    /// <value>The default value is none: keys that the services own, at no cost.</value>
    public IKey? EncryptionKey { get; init; }

    /// <summary>What becomes of queues and logs made here when the stack goes.</summary>
    /// <value>The default value is <c>RETAIN_ON_UPDATE_OR_DELETE</c>.</value>
    public RemovalPolicy RemovalPolicy { get; init; } = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;

    /// <summary>The alarms.</summary>
    /// <value>The default value is all alarms, with no action.</value>
    public MonitoringOptions Monitoring { get; init; } = new();

    /// <summary>Called with the props of the queue right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<QueueProps>? ConfigureQueue { get; init; }

    /// <summary>Called with the props of the dead-letter queue right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<QueueProps>? ConfigureDeadLetterQueue { get; init; }
}
