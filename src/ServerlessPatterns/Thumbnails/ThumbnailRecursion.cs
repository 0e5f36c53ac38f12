using Amazon.CDK.AWS.S3;

namespace ServerlessPatterns;

/// <summary>
/// Refuses every set-up in which the pipeline's own output would start it again: each round would make new objects,
/// and a bill.
/// </summary>
internal static class ThumbnailRecursion
{
    public static void Check(Checks checks, ThumbnailPipelineProps props)
    {
        checks.Require(
            !IsSame(props.AccessLogsBucket, props.SourceBucket),
            ErrorCodes.ThumbnailRecursion,
            nameof(props.AccessLogsBucket),
            "the source bucket",
            "a bucket whose objects are not processed: each access would write a log, and each log would be an access",
            "Give another bucket, or leave it out.");

        if (!props.StoreInSourceBucket && !IsSame(props.DestinationBucket, props.SourceBucket))
        {
            return;
        }

        const string Allowed = "with one bucket for both, prefixes of which none begins with another, so that no thumbnail is taken for an upload";
        const string Fix = "Set SourcePrefixes to [\"uploads/\"], for instance, and DestinationPrefix to \"thumbnails/\"; or use two buckets.";
        var destination = props.DestinationPrefix;
        checks.Require(props.SourcePrefixes.Count > 0, ErrorCodes.ThumbnailRecursion, nameof(props.SourcePrefixes), "no prefix", Allowed, Fix);
        foreach (var source in props.SourcePrefixes)
        {
            var known = !Tokens.IsUnresolved(source) && !Tokens.IsUnresolved(destination);
            var apart = !source.StartsWith(destination, StringComparison.Ordinal) && !destination.StartsWith(source, StringComparison.Ordinal);
            checks.Require(known && apart, ErrorCodes.ThumbnailRecursion, nameof(props.SourcePrefixes), $"{Checks.Quote(source)} beside the DestinationPrefix {Checks.Quote(destination)}", Allowed, Fix);
        }
    }

    private static bool IsSame(IBucket? one, IBucket? other) =>
        one is not null && other is not null && (ReferenceEquals(one, other) || one.BucketName == other.BucketName);
}
