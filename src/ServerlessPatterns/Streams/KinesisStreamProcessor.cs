using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Kinesis;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace ServerlessPatterns;

/// <summary>
/// A Kinesis stream whose records a function processes in batches, in the order of each shard; batches that it cannot
/// process end in a bucket. See docs/patterns/kinesis-stream-processor.md.
/// </summary>
public sealed class KinesisStreamProcessor : Construct, IGrantable
{
    /// <summary>Makes the processor.</summary>
    /// <param name="scope">The stack or construct that it belongs to.</param>
    /// <param name="id">Its id there.</param>
    /// <param name="props">What differs from the defaults.</param>
    /// <exception cref="PatternValidationException">The props cannot work; the message lists every problem.</exception>
    public KinesisStreamProcessor(Construct scope, string id, KinesisStreamProcessorProps? props = null)
        : base(scope, id)
    {
        props ??= new KinesisStreamProcessorProps();
        KinesisStreamChecks.ThrowIfInvalid(scope, id, props);
        PinnedFlags.Pin(this);

        Stream = props.Stream ?? KinesisStream.Define(this, props);
        var consumer = props.EnhancedFanOut ? KinesisStream.DefineConsumer(this, Stream, props.Stream is not null) : default;
        Consumer = consumer.Resource;
        FailureBucket = props.FailureBucket ?? FailureBuckets.Define(this, nameof(KinesisStreamProcessor), props);

        var alarms = new PatternAlarms(new Construct(this, "Alarms"), props.Monitoring);
        Function = new PatternFunction(this, "Function", StreamFunction.Request(props), alarms);
        GrantPrincipal = Function.GrantPrincipal;
        StreamPermissions.Grant(Function, Stream, Consumer, FailureBucket);
        EventSource = StreamEventSource.Define(
            this,
            nameof(KinesisStreamProcessor),
            props,
            Function,
            FailureBucket,
            (Consumer?.Ref ?? Stream.StreamArn, KinesisStreamChecks.MostSeconds, props.StartingPositionTimestamp));

        StreamAlarms.Add(Function, EventSource, alarms);
        StreamAlarms.AddStream(Stream, consumer.Name, alarms);
        Alarms = alarms.Made;
    }

    /// <summary>The stream that is read.</summary>
    public IStream Stream { get; }

    /// <summary>The function's own consumer of the stream, with enhanced fan-out.</summary>
    public CfnResource? Consumer { get; }

    /// <summary>The function, with its role and log group.</summary>
    public PatternFunction Function { get; }

    /// <inheritdoc/>
    public IPrincipal GrantPrincipal { get; }

    /// <summary>The event source mapping: Lambda's reader of the stream.</summary>
    public EventSourceMapping EventSource { get; }

    /// <summary>The bucket with the batches that were given up, below <c>aws/lambda/</c>.</summary>
    public IBucket FailureBucket { get; }

    /// <summary>The alarms, none with <see cref="MonitoringOptions.None"/>.</summary>
    public IReadOnlyList<Alarm> Alarms { get; }

    /// <summary>Allows a grantee to put records into the stream.</summary>
    /// <param name="grantee">Who may write.</param>
    /// <returns>What was granted.</returns>
    public Grant GrantWrite(IGrantable grantee) => StreamPermissions.GrantWrite(grantee, Stream);

    /// <summary>
    /// Allows a grantee to read and delete the batches in the failure bucket and to invoke the function with them, as
    /// the replay on the pattern's page does.
    /// </summary>
    /// <param name="grantee">Who may replay.</param>
    /// <returns>What was granted.</returns>
    public Grant GrantReplay(IGrantable grantee) => StreamPermissions.GrantReplay(grantee, Function, FailureBucket);

    /// <summary>How long records waited before the function got them, in milliseconds.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricIteratorAge(MetricOptions? options = null) => StreamMetrics.IteratorAge(Function, options);

    /// <summary>How many records went to the failure bucket.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricFailedRecords(MetricOptions? options = null) => StreamMetrics.FailedRecords(EventSource, options);

    /// <summary>How many records were given up and lost.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricDroppedRecords(MetricOptions? options = null) => StreamMetrics.DroppedRecords(EventSource, options);
}
