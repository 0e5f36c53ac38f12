using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.S3;

namespace ServerlessPatterns;

/// <summary>Props of <see cref="ThumbnailPipeline"/>.</summary>
public sealed class ThumbnailPipelineProps
{
    /// <summary>
    /// The bucket that images are uploaded to. One that is given is left as it is: EventBridge notifications must be
    /// on in it.
    /// </summary>
    /// <value>The default value is a new bucket: private, encrypted, versioned, TLS only.</value>
    public IBucket? SourceBucket { get; init; }

    /// <summary>The beginnings of the keys that are processed.</summary>
    /// <value>The default value is none: every key of the bucket is.</value>
    public IReadOnlyList<string> SourcePrefixes { get; init; } = [];

    /// <summary>The endings of the keys that are processed, such as <c>.jpg</c>, in upper or lower case alike.</summary>
    /// <value>The default value is none: every key is, and what is no image is recorded as rejected.</value>
    public IReadOnlyList<string> SourceSuffixes { get; init; } = [];

    /// <summary>How long replaced and deleted versions are kept in a source bucket that the pattern makes.</summary>
    /// <value>The default value is 30 days.</value>
    public Duration? NoncurrentVersionExpiration { get; init; }

    /// <summary>The bucket that thumbnails are written to.</summary>
    /// <value>The default value is a new bucket: private, encrypted, TLS only.</value>
    public IBucket? DestinationBucket { get; init; }

    /// <summary>
    /// Writes the thumbnails into the source bucket, below <see cref="DestinationPrefix"/>. <see cref="SourcePrefixes"/>
    /// are needed then, and may not overlap with it.
    /// </summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool StoreInSourceBucket { get; init; }

    /// <summary>What the key of each thumbnail begins with, 0 to 256 bytes.</summary>
    /// <value>The default value is <c>thumbnails/</c>.</value>
    public string DestinationPrefix { get; init; } = "thumbnails/";

    /// <summary>The bucket that the access logs of the buckets made here go to; it must allow S3 to write them.</summary>
    /// <value>The default value is a new bucket that keeps them for 90 days.</value>
    public IBucket? AccessLogsBucket { get; init; }

    /// <summary>
    /// What the keys of the access logs begin with, before <c>source/</c> and <c>destination/</c>, 0 to 256 bytes: tells
    /// pipelines with one log bucket apart.
    /// </summary>
    /// <value>The default value is empty.</value>
    public string AccessLogsPrefix { get; init; } = string.Empty;

    /// <summary>Whether the buckets made here log each access.</summary>
    /// <value>The default value is <see langword="true"/>.</value>
    public bool AccessLogs { get; init; } = true;

    /// <summary>The sizes in which each image is made, 1 to 20.</summary>
    /// <value>The default value is <c>small</c>, 200 x 200 cropped, and <c>large</c>, at most 1024 x 1024.</value>
    public IReadOnlyList<ThumbnailSize> Sizes { get; init; } = ThumbnailDefaults.Sizes;

    /// <summary>The format of the thumbnails.</summary>
    /// <value>The default value is <see cref="ThumbnailFormat.WebP"/>.</value>
    public ThumbnailFormat OutputFormat { get; init; }

    /// <summary>The quality of the thumbnails, 1 to 100.</summary>
    /// <value>The default value is 80.</value>
    public int OutputQuality { get; init; } = ThumbnailDefaults.OutputQuality;

    /// <summary>The <c>Cache-Control</c> header of the thumbnails.</summary>
    /// <value>The default value is <c>public, max-age=86400</c>: a day.</value>
    public string CacheControl { get; init; } = ThumbnailDefaults.CacheControl;

    /// <summary>The size up to which source objects are processed, 1 byte to 512 MiB; larger ones are rejected.</summary>
    /// <value>The default value is 50 MiB.</value>
    public Size? MaxInputSize { get; init; }

    /// <summary>The pixels up to which source images are processed, 1 to 1,000,000,000; larger ones are rejected.</summary>
    /// <value>The default value is 75,000,000, which fit the default memory in every format.</value>
    public long MaxInputPixels { get; init; } = ThumbnailDefaults.MaxInputPixels;

    /// <summary>Whether the thumbnails of a deleted source object stay.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool KeepThumbnailsOfDeleted { get; init; }

    /// <summary>The table that metadata is written to, with the keys that the next two properties name.</summary>
    /// <value>The default value is a new table: on demand, encrypted, with point-in-time recovery.</value>
    public ITable? Table { get; init; }

    /// <summary>The table's partition key, a string: the key of the source object.</summary>
    /// <value>The default value is <c>objectKey</c>.</value>
    public string PartitionKeyName { get; init; } = "objectKey";

    /// <summary>The table's sort key, a string: the name of the source bucket.</summary>
    /// <value>The default value is <c>bucketName</c>.</value>
    public string SortKeyName { get; init; } = "bucketName";

    /// <summary>
    /// After which time the item of a deleted source object expires, 15 days or more: until then it holds back events
    /// of that object that come late. A table that is given must have <c>expiresAt</c> as its time-to-live attribute.
    /// </summary>
    /// <value>The default value is never.</value>
    public Duration? DeletedItemTimeToLive { get; init; }

    /// <summary>Whether the table made here refuses to be deleted.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool TableDeletionProtection { get; init; }

    /// <summary>A function of your own in place of the one made here; it is never reconfigured.</summary>
    /// <value>The default value is a new function.</value>
    public IFunction? Function { get; init; }

    /// <summary>What the function made here runs and how.</summary>
    /// <value>The default value is the handler that ships with the pattern, 1,769 MiB and 60 seconds.</value>
    public FunctionSettings FunctionSettings { get; init; } = new();

    /// <summary>How often Lambda tries again after an error of the function made here, 0 to 2.</summary>
    /// <value>The default value is 2.</value>
    public int? FunctionRetryAttempts { get; init; }

    /// <summary>How old an event may grow in Lambda's queue before it is a dead letter, 60 seconds to 6 hours.</summary>
    /// <value>The default value is 6 hours.</value>
    public Duration? FunctionMaxEventAge { get; init; }

    /// <summary>How often EventBridge tries to hand an event to Lambda, 0 to 185.</summary>
    /// <value>The default value is 185.</value>
    public int RuleRetryAttempts { get; init; } = 185;

    /// <summary>How long EventBridge tries to hand an event to Lambda, 60 seconds to 24 hours.</summary>
    /// <value>The default value is 24 hours.</value>
    public Duration? RuleMaxEventAge { get; init; }

    /// <summary>The key that encrypts buckets, table, queues and logs made here.</summary>
    /// <value>The default value is none: keys that the services own, at no cost.</value>
    public IKey? EncryptionKey { get; init; }

    /// <summary>What becomes of buckets, table, queues and logs made here when the stack goes.</summary>
    /// <value>The default value is <c>RETAIN_ON_UPDATE_OR_DELETE</c>.</value>
    public RemovalPolicy RemovalPolicy { get; init; } = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;

    /// <summary>The alarms.</summary>
    /// <value>The default value is all alarms, with no action.</value>
    public MonitoringOptions Monitoring { get; init; } = new();

    /// <summary>Called with the props of the function right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<FunctionProps>? ConfigureFunction { get; init; }

    /// <summary>Called with the props of the source bucket right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<BucketProps>? ConfigureSourceBucket { get; init; }

    /// <summary>Called with the props of the destination bucket right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<BucketProps>? ConfigureDestinationBucket { get; init; }

    /// <summary>Called with the props of the access-log bucket right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<BucketProps>? ConfigureAccessLogsBucket { get; init; }

    /// <summary>Called with the props of the table right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<TableProps>? ConfigureTable { get; init; }

    /// <summary>Called with the props of the EventBridge rule right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<RuleProps>? ConfigureRule { get; init; }
}
