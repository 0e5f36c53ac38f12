using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Checks props again after the hooks of a <see cref="ThumbnailPipeline"/>.</summary>
internal static class ThumbnailHookChecks
{
    public static void ThrowIfBroken(Construct pipeline, string hook, BucketProps bucket)
    {
        var checks = new Checks();
        PrivateBucket.CheckHook(checks, ErrorCodes.ThumbnailHookBroke, hook, bucket);
        Unset(checks, $"{hook}.{nameof(bucket.ServerAccessLogsBucket)}", bucket.ServerAccessLogsBucket is not null, "nothing: the pattern sets it", $"Set {nameof(ThumbnailPipelineProps.AccessLogsBucket)} instead.");
        Unset(checks, $"{hook}.{nameof(bucket.ServerAccessLogsPrefix)}", bucket.ServerAccessLogsPrefix is not null, "nothing: the pattern sets it", $"Set {nameof(ThumbnailPipelineProps.AccessLogsPrefix)} instead.");
        checks.ThrowIfAny(nameof(ThumbnailPipeline), pipeline);
    }

    public static void ThrowIfBroken(Construct pipeline, ThumbnailPipelineProps props, TableProps table)
    {
        const string Hook = nameof(props.ConfigureTable);
        var checks = new Checks();
        checks.Require(
            IsString(table.PartitionKey, props.PartitionKeyName) && IsString(table.SortKey, props.SortKeyName),
            ErrorCodes.ThumbnailHookBroke,
            $"{Hook}.{nameof(table.PartitionKey)}",
            "another key",
            $"the strings {Checks.Quote(props.PartitionKeyName)} and {Checks.Quote(props.SortKeyName)}, which the handler writes",
            $"Set {nameof(props.PartitionKeyName)} and {nameof(props.SortKeyName)} instead.");
        Unset(checks, $"{Hook}.{nameof(table.ReplicationRegions)}", table.ReplicationRegions is { Length: > 0 }, PrivateBucket.NoCustomResource, "Make a TableV2 with replicas, and give it as Table.");
        checks.Require(
            props.DeletedItemTimeToLive is null || table.TimeToLiveAttribute == ThumbnailDefaults.TimeToLiveAttribute,
            ErrorCodes.ThumbnailHookBroke,
            $"{Hook}.{nameof(table.TimeToLiveAttribute)}",
            table.TimeToLiveAttribute,
            $"{ThumbnailDefaults.TimeToLiveAttribute}, which the handler writes",
            $"Leave it as it is, or leave out {nameof(props.DeletedItemTimeToLive)}.");
        checks.ThrowIfAny(nameof(ThumbnailPipeline), pipeline);
    }

    /// <summary>The pattern of the rule is what keeps the pipeline from feeding itself, so it is not up to the hook.</summary>
    public static void ThrowIfBroken(Construct pipeline, RuleProps rule)
    {
        const string Hook = nameof(ThumbnailPipelineProps.ConfigureRule);
        var checks = new Checks();
        Unset(checks, $"{Hook}.{nameof(rule.EventPattern)}", rule.EventPattern is not null, "nothing: the pattern's own keeps its output out", "Use SourcePrefixes and SourceSuffixes to choose objects.");
        Unset(checks, $"{Hook}.{nameof(rule.Schedule)}", rule.Schedule is not null, "nothing: the rule is about events", "Make a rule of your own for a schedule.");
        Unset(checks, $"{Hook}.EventBus", LateBound.Read(rule, "EventBus") is not null, "nothing: S3 sends its events to the default bus only", "Leave it out.");
        checks.ThrowIfAny(nameof(ThumbnailPipeline), pipeline);
    }

    private static void Unset(Checks checks, string property, bool isSet, string allowed, string fix) =>
        checks.Require(!isSet, ErrorCodes.ThumbnailHookBroke, property, "a value", allowed, fix);

    private static bool IsString(IAttribute? key, string name) =>
        key is not null && key.Name == name && key.Type == AttributeType.STRING;
}
