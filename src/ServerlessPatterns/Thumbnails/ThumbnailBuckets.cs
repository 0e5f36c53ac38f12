using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace ServerlessPatterns;

/// <summary>The source, destination and access-log buckets of a <see cref="ThumbnailPipeline"/>.</summary>
internal sealed class ThumbnailBuckets
{
    private readonly Construct scope;
    private readonly ThumbnailPipelineProps props;
    private readonly List<(Bucket Bucket, string Prefix)> logged = [];

    public ThumbnailBuckets(Construct scope, ThumbnailPipelineProps props)
    {
        this.scope = scope;
        this.props = props;
        AccessLogs = DefineAccessLogs();
        Source = props.SourceBucket ?? DefineSource();
        Destination = props.StoreInSourceBucket ? Source : props.DestinationBucket ?? DefineDestination();
        AllowLogging();
    }

    public IBucket? AccessLogs { get; }

    public IBucket Source { get; }

    public IBucket Destination { get; }

    private IBucket? DefineAccessLogs()
    {
        var makesBucket = props.SourceBucket is null || (props.DestinationBucket is null && !props.StoreInSourceBucket);
        if (!props.AccessLogs || !makesBucket)
        {
            return null;
        }

        if (props.AccessLogsBucket is not null)
        {
            return props.AccessLogsBucket;
        }

        // S3 writes access logs to buckets with its own keys, and to no bucket with a customer key's default policy.
        // https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
        var bucketProps = Private(new BucketProps
        {
            Encryption = BucketEncryption.S3_MANAGED,
            LifecycleRules = [PrivateBucket.AbortUploads(), new LifecycleRule { Id = "expire", Expiration = Duration.Days(90) }],
        });
        props.ConfigureAccessLogsBucket?.Invoke(bucketProps);
        ThumbnailHookChecks.ThrowIfBroken(scope, nameof(props.ConfigureAccessLogsBucket), bucketProps);
        return new Bucket(scope, "AccessLogsBucket", bucketProps);
    }

    private void AllowLogging()
    {
        if (props.AccessLogsBucket is not null || AccessLogs is null)
        {
            return;
        }

        AccessLogs.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
        {
            Principals = [new ServicePrincipal("logging.s3.amazonaws.com")],
            Actions = ["s3:PutObject"],
            Resources = [.. logged.Select(log => AccessLogs.ArnForObjects($"{log.Prefix}*"))],
            Conditions = new Dictionary<string, object>
            {
                ["ArnLike"] = new Dictionary<string, object> { ["aws:SourceArn"] = logged.Select(log => log.Bucket.BucketArn).ToArray() },
                ["StringEquals"] = new Dictionary<string, object> { ["aws:SourceAccount"] = Stack.Of(scope).Account },
            },
        }));
    }

    private Bucket DefineSource()
    {
        var bucketProps = Private(new BucketProps
        {
            Versioned = true,
            LifecycleRules =
            [
                PrivateBucket.AbortUploads(),
                new LifecycleRule
                {
                    Id = "expire-noncurrent",
                    NoncurrentVersionExpiration = props.NoncurrentVersionExpiration ?? ThumbnailDefaults.NoncurrentVersionExpiration,
                    ExpiredObjectDeleteMarker = true,
                },
            ],
        });
        props.ConfigureSourceBucket?.Invoke(bucketProps);
        ThumbnailHookChecks.ThrowIfBroken(scope, nameof(props.ConfigureSourceBucket), bucketProps);
        var bucket = new Bucket(scope, "SourceBucket", bucketProps);
        LogAccess(bucket, "source/");

        // The L2's EventBridgeEnabled makes a custom resource with a function of its own for this one property.
        ((CfnBucket)bucket.Node.DefaultChild!).AddPropertyOverride(
            "NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled", true);
        return bucket;
    }

    // Not versioned: whatever is lost here can be made again.
    private Bucket DefineDestination()
    {
        var bucketProps = Private(new BucketProps { LifecycleRules = [PrivateBucket.AbortUploads()] });
        props.ConfigureDestinationBucket?.Invoke(bucketProps);
        ThumbnailHookChecks.ThrowIfBroken(scope, nameof(props.ConfigureDestinationBucket), bucketProps);
        var bucket = new Bucket(scope, "DestinationBucket", bucketProps);
        LogAccess(bucket, "destination/");
        return bucket;
    }

    private BucketProps Private(BucketProps bucket) => PrivateBucket.Close(bucket, props.EncryptionKey, props.RemovalPolicy);

    // A property of its own, so that a bucket that was given for the logs is not reconfigured.
    private void LogAccess(Bucket bucket, string prefix)
    {
        if (AccessLogs is null)
        {
            return;
        }

        var resource = (CfnBucket)bucket.Node.DefaultChild!;
        resource.AddPropertyOverride("LoggingConfiguration.DestinationBucketName", AccessLogs.BucketName);
        resource.AddPropertyOverride("LoggingConfiguration.LogFilePrefix", props.AccessLogsPrefix + prefix);
        logged.Add((bucket, props.AccessLogsPrefix + prefix));
    }
}
