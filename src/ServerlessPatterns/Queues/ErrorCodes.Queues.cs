namespace ServerlessPatterns;

/// <content>The codes of the patterns with a queue.</content>
internal static partial class ErrorCodes
{
    public const string QueueGivenAndSet = "SP2401";
    public const string QueueName = "SP2402";
    public const string QueueFifoOnly = "SP2403";
    public const string QueueVisibility = "SP2404";
    public const string QueueVisibilityUnknown = "SP2405";
    public const string QueueRetention = "SP2406";
    public const string QueueReceiveCount = "SP2407";
    public const string QueueBatchSize = "SP2408";
    public const string QueueBatchingWindow = "SP2409";
    public const string QueueConcurrency = "SP2410";
    public const string QueueReservedConcurrency = "SP2411";
    public const string QueueHookBroke = "SP2412";
    public const string QueueDeadLetterKind = "SP2413";
}
