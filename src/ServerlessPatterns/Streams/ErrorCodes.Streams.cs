namespace ServerlessPatterns;

/// <content>The codes of the stream processors.</content>
internal static partial class ErrorCodes
{
    public const string StreamBatchSize = "SP2501";
    public const string StreamBatchingWindow = "SP2502";
    public const string StreamRecordAge = "SP2503";
    public const string StreamRetry = "SP2504";
    public const string StreamParallelization = "SP2505";
    public const string StreamTumblingWindow = "SP2506";
    public const string StreamWindowInParallel = "SP2507";
    public const string StreamStartingPosition = "SP2508";
    public const string StreamStartingTime = "SP2509";
    public const string StreamShardCount = "SP2510";
    public const string StreamRetention = "SP2511";
    public const string StreamGivenAndSet = "SP2512";
    public const string StreamFailureExpiration = "SP2513";
    public const string StreamMissing = "SP2514";
    public const string StreamView = "SP2515";
    public const string StreamTableKey = "SP2516";
    public const string StreamTableKeyType = "SP2517";
    public const string StreamTimeToLive = "SP2518";
    public const string StreamHookBroke = "SP2519";
}
