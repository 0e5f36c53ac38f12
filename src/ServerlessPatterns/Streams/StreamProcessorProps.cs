using Amazon.CDK;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.S3;

namespace ServerlessPatterns;

/// <summary>
/// What the props of <see cref="KinesisStreamProcessor"/> and of <see cref="TableStreamProcessor"/> have in common.
/// </summary>
public abstract class StreamProcessorProps
{
    private protected StreamProcessorProps()
    {
    }

    /// <summary>A function of your own in place of the one made here; it is never reconfigured.</summary>
    /// <value>The default value is a new function, which needs <see cref="FunctionSettings"/> with code.</value>
    public IFunction? Function { get; init; }

    /// <summary>What the function made here runs and how. Its code is needed: the pattern has no handler of its own.</summary>
    /// <value>The default value is 1,024 MiB and 60 seconds.</value>
    public FunctionSettings FunctionSettings { get; init; } = new();

    /// <summary>Which records reach the function; the others are passed over.</summary>
    /// <value>The default value is none: all of them do.</value>
    public IReadOnlyList<EventFilter> Filters { get; init; } = [];

    /// <summary>
    /// Where in the stream reading begins. With <c>LATEST</c>, what is written while the mapping is being made is missed.
    /// </summary>
    /// <value>The default value is <c>TRIM_HORIZON</c>: the oldest record that the stream still has.</value>
    public StartingPosition StartingPosition { get; init; } = StartingPosition.TRIM_HORIZON;

    /// <summary>The most records of one invocation, 1 to 10,000; their size together is 6 MB at most.</summary>
    /// <value>The default value is 100.</value>
    public double BatchSize { get; init; } = StreamDefaults.BatchSize;

    /// <summary>How long Lambda gathers records before it invokes the function, 0 to 300 seconds.</summary>
    /// <value>The default value is 0 seconds: it does not wait.</value>
    public Duration? MaxBatchingWindow { get; init; }

    /// <summary>
    /// How many batches of one shard are processed at a time, 1 to 10; those of one partition key stay in order.
    /// </summary>
    /// <value>The default value is 1.</value>
    public double ParallelizationFactor { get; init; } = StreamDefaults.ParallelizationFactor;

    /// <summary>
    /// The length of the windows over which the function keeps a state that Lambda hands from batch to batch, 0 to 900
    /// seconds. It goes with a <see cref="ParallelizationFactor"/> of 1 only.
    /// </summary>
    /// <value>The default value is none.</value>
    public Duration? TumblingWindow { get; init; }

    /// <summary>How often Lambda tries a failing batch again, 0 to 10,000 times.</summary>
    /// <value>The default value is 10.</value>
    public double RetryAttempts { get; init; } = StreamDefaults.RetryAttempts;

    /// <summary>
    /// How old a record may grow before it is given up, 60 seconds to 7 days in a Kinesis stream and to 24 hours in the
    /// stream of a table, where records do not live longer.
    /// </summary>
    /// <value>The default value is 24 hours.</value>
    public Duration? MaxRecordAge { get; init; }

    /// <summary>Whether a batch whose invocation failed is tried again in two halves, to find the record that fails.</summary>
    /// <value>The default value is <see langword="true"/>.</value>
    public bool BisectBatchOnError { get; init; } = true;

    /// <summary>
    /// Whether the function answers with the lowest sequence number that failed, so that the records before it are not
    /// processed again. An empty answer, and <c>null</c>, say that all went well.
    /// </summary>
    /// <value>The default value is <see langword="true"/>.</value>
    public bool ReportBatchItemFailures { get; init; } = true;

    /// <summary>The bucket that batches go to that were given up, with all their records.</summary>
    /// <value>The default value is a new bucket: private, encrypted, TLS only.</value>
    public IBucket? FailureBucket { get; init; }

    /// <summary>How long the failure bucket made here keeps a batch, whole days.</summary>
    /// <value>The default value is 30 days.</value>
    public Duration? FailureExpiration { get; init; }

    /// <summary>The key that encrypts stream or table, failure bucket and logs made here.</summary>
    /// <value>The default value is none: keys of the services, at no cost.</value>
    public IKey? EncryptionKey { get; init; }

    /// <summary>What becomes of stream or table, failure bucket and logs made here when the stack goes.</summary>
    /// <value>The default value is <c>RETAIN_ON_UPDATE_OR_DELETE</c>.</value>
    public RemovalPolicy RemovalPolicy { get; init; } = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;

    /// <summary>The alarms.</summary>
    /// <value>The default value is all alarms, with no action.</value>
    public MonitoringOptions Monitoring { get; init; } = new();

    /// <summary>Called with the props of the function right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<FunctionProps>? ConfigureFunction { get; init; }

    /// <summary>Called with the props of the event source mapping right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<EventSourceMappingProps>? ConfigureEventSource { get; init; }

    /// <summary>Called with the props of the failure bucket right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<BucketProps>? ConfigureFailureBucket { get; init; }
}
