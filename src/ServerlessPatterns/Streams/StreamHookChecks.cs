using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.Kinesis;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Checks props again after the hooks of the stream processors.</summary>
internal static class StreamHookChecks
{
    public static void ThrowIfBroken(Construct scope, string pattern, BucketProps bucket)
    {
        var checks = new Checks();
        PrivateBucket.CheckHook(checks, ErrorCodes.StreamHookBroke, nameof(StreamProcessorProps.ConfigureFailureBucket), bucket);
        checks.ThrowIfAny(pattern, scope);
    }

    public static void ThrowIfBroken(Construct scope, StreamProps stream)
    {
        const string Hook = nameof(KinesisStreamProcessorProps.ConfigureStream);
        var checks = new Checks();
        KinesisStreamChecks.CheckRetention(checks, $"{Hook}.{nameof(stream.RetentionPeriod)}", stream.RetentionPeriod);
        checks.Require(
            stream.StreamMode is not StreamMode.ON_DEMAND || stream.ShardCount is null,
            ErrorCodes.StreamHookBroke,
            $"{Hook}.{nameof(stream.ShardCount)}",
            stream.ShardCount,
            "nothing: a stream on demand has as many shards as it needs",
            $"Set {nameof(KinesisStreamProcessorProps.ShardCount)} of the pattern instead.");
        checks.ThrowIfAny(nameof(KinesisStreamProcessor), scope);
    }

    public static void ThrowIfBroken(Construct scope, TableProps table)
    {
        const string Hook = nameof(TableStreamProcessorProps.ConfigureTable);
        var checks = new Checks();
        checks.Require(
            table.Stream is not null,
            ErrorCodes.StreamHookBroke,
            $"{Hook}.{nameof(table.Stream)}",
            null,
            "the stream that the function reads",
            $"Set {nameof(TableStreamProcessorProps.StreamViewType)} instead.");
        checks.Require(
            table.ReplicationRegions is not { Length: > 0 },
            ErrorCodes.StreamHookBroke,
            $"{Hook}.{nameof(table.ReplicationRegions)}",
            "a value",
            PrivateBucket.NoCustomResource,
            "Make a TableV2 with replicas, and give it as Table.");
        checks.ThrowIfAny(nameof(TableStreamProcessor), scope);
    }

    /// <summary>The mapping may be changed in everything that its properties may say.</summary>
    public static void Check(Checks checks, EventSourceMappingProps props, double mostSeconds)
    {
        const string Hook = nameof(StreamProcessorProps.ConfigureEventSource);
        StreamChecks.CheckLimits(checks, $"{Hook}.", new StreamLimits
        {
            BatchSize = props.BatchSize,
            MaxBatchingWindow = props.MaxBatchingWindow,
            ParallelizationFactor = props.ParallelizationFactor,
            TumblingWindow = props.TumblingWindow,
            RetryAttempts = props.RetryAttempts,
            MaxRecordAge = props.MaxRecordAge,
            MostSeconds = mostSeconds,
        });
        checks.Require(
            props.StartingPosition is not null,
            ErrorCodes.StreamHookBroke,
            $"{Hook}.{nameof(props.StartingPosition)}",
            null,
            "a position, without which no stream is read",
            $"Set {nameof(StreamProcessorProps.StartingPosition)} of the pattern.");
    }
}
