using Amazon.CDK.AWS.Lambda;

namespace ServerlessPatterns;

/// <summary>The checks that both stream processors have. The limits are Lambda's:
/// https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html.</summary>
internal static class StreamChecks
{
    public static void Check(Checks checks, StreamProcessorProps props, double mostSeconds, IReadOnlyList<string> fields)
    {
        CheckLimits(checks, string.Empty, new StreamLimits
        {
            BatchSize = props.BatchSize,
            MaxBatchingWindow = props.MaxBatchingWindow,
            ParallelizationFactor = props.ParallelizationFactor,
            TumblingWindow = props.TumblingWindow,
            RetryAttempts = props.RetryAttempts,
            MaxRecordAge = props.MaxRecordAge,
            MostSeconds = mostSeconds,
        });
        EventFilters.Check(checks, nameof(props.Filters), props.Filters, fields);
        checks.Days(ErrorCodes.StreamFailureExpiration, nameof(props.FailureExpiration), props.FailureExpiration, 1, int.MaxValue, "S3 counts whole days; give time enough to mend a cause and replay.");
        NotBoth(checks, props.FailureBucket is not null && props.FailureExpiration is not null, nameof(props.FailureBucket), nameof(props.FailureExpiration));
        NotBoth(checks, props.FailureBucket is not null && props.ConfigureFailureBucket is not null, nameof(props.FailureBucket), nameof(props.ConfigureFailureBucket));
        FunctionChecks.Check(checks, nameof(props.FunctionSettings), StreamFunction.Request(props), props.Monitoring);
    }

    public static void CheckLimits(Checks checks, string prefix, StreamLimits limits)
    {
        checks.WholeNumber(ErrorCodes.StreamBatchSize, $"{prefix}{nameof(limits.BatchSize)}", limits.BatchSize, 1, 10000, "records", "Give a size that Lambda has.");
        checks.Seconds(ErrorCodes.StreamBatchingWindow, $"{prefix}{nameof(limits.MaxBatchingWindow)}", limits.MaxBatchingWindow, 0, 300, "Lambda gathers records no longer.");
        checks.WholeNumber(ErrorCodes.StreamParallelization, $"{prefix}{nameof(limits.ParallelizationFactor)}", limits.ParallelizationFactor, 1, 10, "batches of a shard", "For more, give the stream more shards.");
        checks.Seconds(ErrorCodes.StreamTumblingWindow, $"{prefix}{nameof(limits.TumblingWindow)}", limits.TumblingWindow, 0, 900, "Keep the state of longer windows in a table.");
        checks.WholeNumber(ErrorCodes.StreamRetry, $"{prefix}{nameof(limits.RetryAttempts)}", limits.RetryAttempts, 0, 10000, "attempts", "A batch that is tried without end holds back all behind it.");
        checks.Seconds(ErrorCodes.StreamRecordAge, $"{prefix}{nameof(limits.MaxRecordAge)}", limits.MaxRecordAge, 60, limits.MostSeconds, "Records that the stream drops first never reach the failure bucket.");

        var isWindowed = limits.TumblingWindow is { } window && (window.IsUnresolved() || window.ToMilliseconds() > 0);
        var isParallel = limits.ParallelizationFactor is { } factor && !Tokens.IsUnresolved(factor) && factor > 1;
        checks.Require(
            !isWindowed || !isParallel,
            ErrorCodes.StreamWindowInParallel,
            $"{prefix}{nameof(limits.TumblingWindow)}",
            $"a window with {limits.ParallelizationFactor} batches of a shard at a time",
            "a ParallelizationFactor of 1: the state of a window goes from batch to batch",
            "Leave out one of the two.");
    }

    public static void CheckPosition(Checks checks, StreamProcessorProps props, StartingPosition[] allowed) => checks.Require(
        allowed.Contains(props.StartingPosition),
        ErrorCodes.StreamStartingPosition,
        nameof(props.StartingPosition),
        props.StartingPosition,
        string.Join(" or ", allowed),
        "Leave it out to begin with the oldest record.");

    public static void NotBoth(Checks checks, bool both, string given, string setting) => checks.Require(
        !both,
        ErrorCodes.StreamGivenAndSet,
        setting,
        $"a setting beside {given}",
        "one of the two: what is given is never reconfigured",
        $"Leave out {setting} or {given}.");
}
