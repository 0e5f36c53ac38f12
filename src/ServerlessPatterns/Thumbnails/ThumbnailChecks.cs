using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Constructs;

namespace ServerlessPatterns;

/// <summary>The checks of <see cref="ThumbnailPipelineProps"/>.</summary>
internal static partial class ThumbnailChecks
{
    private static readonly HashSet<string> ItemAttributes = new(StringComparer.Ordinal)
    {
        "imageName", "size", "contentType", "format", "width", "height", "createdAt", "processedAt", "etag", "versionId",
        "sequencer", "status", "reason", "reasonDetail", "thumbnails", "claimOwner", "claimExpiresAt", "pendingKeys",
        ThumbnailDefaults.TimeToLiveAttribute,
    };

    public static void ThrowIfInvalid(Construct scope, string id, ThumbnailPipelineProps props)
    {
        var checks = new Checks();
        CheckSizes(checks, props);
        CheckInput(checks, props);
        CheckKeys(checks, props);
        CheckGivenResources(checks, props);
        ThumbnailRecursion.Check(checks, props);
        CheckDelivery(checks, props);
        FunctionChecks.Check(checks, nameof(props.FunctionSettings), ThumbnailFunction.RequestWithoutNames(props), props.Monitoring);
        checks.ThrowIfAny(nameof(ThumbnailPipeline), scope, id);
    }

    private static void CheckSizes(Checks checks, ThumbnailPipelineProps props)
    {
        var sizes = props.Sizes;
        checks.Require(sizes.Count is >= 1 and <= 20, ErrorCodes.ThumbnailSizes, nameof(props.Sizes), $"{sizes.Count} sizes", "1 to 20 sizes", "Give at least one ThumbnailSize.");
        for (var i = 0; i < sizes.Count; i++)
        {
            var (size, at) = (sizes[i], $"{nameof(props.Sizes)}[{i}]");
            checks.Require(SizeName().IsMatch(size.Name), ErrorCodes.ThumbnailSizeName, $"{at}.Name", Checks.Quote(size.Name), "1 to 64 lower-case letters, digits and hyphens: it is part of the thumbnail's key", "Rename the size.");
            checks.Require(sizes.Take(i).All(other => other.Name != size.Name), ErrorCodes.ThumbnailSizeName, $"{at}.Name", Checks.Quote(size.Name), "names that differ: two sizes of one name would write the same object", "Rename one of them.");
            checks.WholeNumber(ErrorCodes.ThumbnailDimension, $"{at}.Width", size.Width, 1, 10000, "pixels", "Give a width, or leave it out to follow the height.");
            checks.WholeNumber(ErrorCodes.ThumbnailDimension, $"{at}.Height", size.Height, 1, 10000, "pixels", "Give a height, or leave it out to follow the width.");
            checks.Require(size.Width is not null || size.Height is not null, ErrorCodes.ThumbnailDimension, at, "neither Width nor Height", "one of them, or both", "Set Width, Height or both.");
            checks.Defined(ErrorCodes.ThumbnailFormat, $"{at}.Fit", size.Fit, "Use one of the named values.");
        }

        checks.Defined(ErrorCodes.ThumbnailFormat, nameof(props.OutputFormat), props.OutputFormat, "Use one of the named values.");
        checks.WholeNumber(ErrorCodes.ThumbnailQuality, nameof(props.OutputQuality), props.OutputQuality, 1, 100, string.Empty, "80 suits most photographs.");
    }

    private static void CheckInput(Checks checks, ThumbnailPipelineProps props)
    {
        checks.Bytes(ErrorCodes.ThumbnailInputLimit, nameof(props.MaxInputSize), props.MaxInputSize, 1, 512 * 1024 * 1024, "The whole object is read into the function's memory.");
        checks.WholeNumber(ErrorCodes.ThumbnailInputLimit, nameof(props.MaxInputPixels), props.MaxInputPixels, 1, 1_000_000_000, "pixels", "Raise FunctionSettings.MemorySize with it.");
        checks.Require(props.CacheControl.Length > 0 && !props.CacheControl.Any(char.IsControl), ErrorCodes.ThumbnailCacheControl, nameof(props.CacheControl), Checks.Quote(props.CacheControl), "a header value of one line", "Give \"no-store\", for instance.");
    }

    private static void CheckKeys(Checks checks, ThumbnailPipelineProps props)
    {
        foreach (var prefix in props.SourcePrefixes)
        {
            checks.Require(prefix.Length > 0 && IsKey(prefix, 1024), ErrorCodes.ThumbnailPrefix, nameof(props.SourcePrefixes), Checks.Quote(prefix), "1 to 1,024 bytes without * and ?, which stand for anything in a policy", "Give the beginning of the keys, such as \"uploads/\".");
        }

        CheckPatternSize(checks, props);
        checks.Require(IsKey(props.DestinationPrefix, 256), ErrorCodes.ThumbnailPrefix, nameof(props.DestinationPrefix), Checks.Quote(props.DestinationPrefix), "0 to 256 bytes without * and ?, which stand for anything in a policy", "Give the beginning of the keys, such as \"thumbnails/\".");
        checks.Require(IsKey(props.AccessLogsPrefix, 256), ErrorCodes.ThumbnailPrefix, nameof(props.AccessLogsPrefix), Checks.Quote(props.AccessLogsPrefix), "0 to 256 bytes without * and ?, which stand for anything in a policy", "Give the beginning of the keys, such as \"thumbnails/\".");
        foreach (var suffix in props.SourceSuffixes)
        {
            checks.Require(suffix.Length is >= 1 and <= 64, ErrorCodes.ThumbnailSuffix, nameof(props.SourceSuffixes), Checks.Quote(suffix), "1 to 64 characters", "Give the end of the keys, such as \".jpg\".");
        }

        foreach (var (name, property) in new[] { (props.PartitionKeyName, nameof(props.PartitionKeyName)), (props.SortKeyName, nameof(props.SortKeyName)) })
        {
            checks.Require(name.Length is >= 1 and <= 255 && !ItemAttributes.Contains(name), ErrorCodes.ThumbnailTableKey, property, Checks.Quote(name), "1 to 255 characters, and none of the attributes that the handler writes", "Name the key attribute otherwise.");
        }

        checks.Require(props.PartitionKeyName != props.SortKeyName, ErrorCodes.ThumbnailTableKey, nameof(props.SortKeyName), Checks.Quote(props.SortKeyName), "another name than that of the partition key", "Rename one of the two.");
    }

    // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html: 2,048 characters an event pattern.
    private static void CheckPatternSize(Checks checks, ThumbnailPipelineProps props)
    {
        const int Frame = 250;
        var characters = Frame + props.SourcePrefixes.Sum(prefix => JsonSerializer.Serialize(prefix).Length + "{\"prefix\":},".Length);
        checks.Require(characters <= 2048, ErrorCodes.ThumbnailPrefix, nameof(props.SourcePrefixes), $"{props.SourcePrefixes.Count} prefixes, an event pattern of about {characters} characters", "an event pattern of 2,048 characters", "Give fewer or shorter prefixes, or one that all keys begin with.");
    }

    private static void CheckGivenResources(Checks checks, ThumbnailPipelineProps props)
    {
        void NotBoth(bool given, bool set, string resource, string setting) => checks.Require(
            !given || !set,
            ErrorCodes.ThumbnailGivenAndSet,
            setting,
            $"a setting beside {resource}",
            "one of the two: nothing is made here that it could set, and what is given is never reconfigured",
            $"Leave out {setting} or {resource}.");

        NotBoth(props.SourceBucket is not null, props.ConfigureSourceBucket is not null, nameof(props.SourceBucket), nameof(props.ConfigureSourceBucket));
        NotBoth(props.SourceBucket is not null, props.NoncurrentVersionExpiration is not null, nameof(props.SourceBucket), nameof(props.NoncurrentVersionExpiration));
        NotBoth(props.DestinationBucket is not null, props.ConfigureDestinationBucket is not null, nameof(props.DestinationBucket), nameof(props.ConfigureDestinationBucket));
        NotBoth(props.DestinationBucket is not null, props.StoreInSourceBucket, nameof(props.DestinationBucket), nameof(props.StoreInSourceBucket));
        NotBoth(props.StoreInSourceBucket, props.ConfigureDestinationBucket is not null, nameof(props.StoreInSourceBucket), nameof(props.ConfigureDestinationBucket));
        NotBoth(!props.AccessLogs, props.ConfigureAccessLogsBucket is not null, "AccessLogs = false", nameof(props.ConfigureAccessLogsBucket));
        NotBoth(!props.AccessLogs, props.AccessLogsBucket is not null, "AccessLogs = false", nameof(props.AccessLogsBucket));
        NotBoth(props.Function is not null, props.FunctionMaxEventAge is not null, nameof(props.Function), nameof(props.FunctionMaxEventAge));
        NotBoth(props.Function is not null, props.FunctionRetryAttempts is not null, nameof(props.Function), nameof(props.FunctionRetryAttempts));
        NotBoth(props.AccessLogsBucket is not null, props.ConfigureAccessLogsBucket is not null, nameof(props.AccessLogsBucket), nameof(props.ConfigureAccessLogsBucket));
        NotBoth(props.Table is not null, props.ConfigureTable is not null, nameof(props.Table), nameof(props.ConfigureTable));
        NotBoth(props.Table is not null, props.TableDeletionProtection, nameof(props.Table), nameof(props.TableDeletionProtection));
    }

    private static void CheckDelivery(Checks checks, ThumbnailPipelineProps props)
    {
        checks.WholeNumber(ErrorCodes.FunctionRetry, nameof(props.FunctionRetryAttempts), props.FunctionRetryAttempts, 0, 2, "attempts", "Lambda allows no more; EventBridge's own retries come before.");
        checks.Seconds(ErrorCodes.FunctionEventAge, nameof(props.FunctionMaxEventAge), props.FunctionMaxEventAge, 60, 21600, "Lambda keeps events for six hours at most.");
        checks.WholeNumber(ErrorCodes.ThumbnailRuleRetry, nameof(props.RuleRetryAttempts), props.RuleRetryAttempts, 0, 185, "attempts", "EventBridge allows no more.");
        checks.Seconds(ErrorCodes.ThumbnailRuleEventAge, nameof(props.RuleMaxEventAge), props.RuleMaxEventAge, 60, 86400, "EventBridge tries for a day at most.");
        checks.Days(ErrorCodes.ThumbnailVersionExpiry, nameof(props.NoncurrentVersionExpiration), props.NoncurrentVersionExpiration, 1, int.MaxValue, "S3 counts whole days.");
        checks.Seconds(ErrorCodes.ThumbnailExpiry, nameof(props.DeletedItemTimeToLive), props.DeletedItemTimeToLive, 15 * 86400, 3650 * 86400d, "The item must outlive the dead letters about its object, which are kept for 14 days.");
    }

    private static bool IsKey(string text, int most) =>
        Encoding.UTF8.GetByteCount(text) <= most && !text.Contains('*', StringComparison.Ordinal) && !text.Contains('?', StringComparison.Ordinal);

    [GeneratedRegex("^[a-z0-9-]{1,64}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SizeName();
}
