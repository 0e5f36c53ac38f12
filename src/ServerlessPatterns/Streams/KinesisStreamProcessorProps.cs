using Amazon.CDK;
using Amazon.CDK.AWS.Kinesis;

namespace ServerlessPatterns;

/// <summary>Props of <see cref="KinesisStreamProcessor"/>.</summary>
public sealed class KinesisStreamProcessorProps : StreamProcessorProps
{
    /// <summary>The stream that is read; one that is given is left as it is.</summary>
    /// <value>The default value is a new stream: on demand, encrypted.</value>
    public IStream? Stream { get; init; }

    /// <summary>The shards of a stream made here, 1 or more: a provisioned stream in place of one on demand.</summary>
    /// <value>The default value is none: the stream is on demand and scales by itself.</value>
    public double? ShardCount { get; init; }

    /// <summary>
    /// How long a stream made here keeps its records, 24 to 8,760 hours. Longer than <see cref="StreamProcessorProps.MaxRecordAge"/>,
    /// or the stream drops records before they are given up and put into the failure bucket.
    /// </summary>
    /// <value>The default value is 48 hours.</value>
    public Duration? RetentionPeriod { get; init; }

    /// <summary>
    /// Whether the function has a consumer of its own (enhanced fan-out): 2 MB a second of each shard whoever else reads,
    /// and records within some 70 milliseconds.
    /// </summary>
    /// <value>The default value is <see langword="false"/>: readers share 2 MB a second of each shard.</value>
    public bool EnhancedFanOut { get; init; }

    /// <summary>The time from which records are read, in the past; with the starting position <c>AT_TIMESTAMP</c> only.</summary>
    /// <value>The default value is none.</value>
    public DateTimeOffset? StartingPositionTimestamp { get; init; }

    /// <summary>Called with the props of the stream right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<StreamProps>? ConfigureStream { get; init; }
}
