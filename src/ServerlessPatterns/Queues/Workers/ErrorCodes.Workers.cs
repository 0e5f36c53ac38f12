namespace ServerlessPatterns;

/// <content>The codes of the workers that take messages from a queue.</content>
internal static partial class ErrorCodes
{
    public const string WorkerVisibility = "SP2450";
    public const string WorkerTaskCount = "SP2451";
    public const string WorkerBacklog = "SP2452";
    public const string WorkerCooldown = "SP2453";
    public const string WorkerSpotShare = "SP2454";
    public const string WorkerRollbackWithoutAlarms = "SP2455";
}
