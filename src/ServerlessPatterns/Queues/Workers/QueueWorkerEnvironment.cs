namespace ServerlessPatterns;

/// <summary>The environment variables by which a <see cref="QueueFargateWorker"/> tells its container about the queue.</summary>
public static class QueueWorkerEnvironment
{
    /// <summary>The URL of the queue to take messages from.</summary>
    public const string QueueUrl = "QUEUE_URL";

    /// <summary>
    /// How long a received message stays hidden, in seconds; a container that needs longer for it asks for more with
    /// <c>ChangeMessageVisibility</c> before that. Not set for a queue that was imported.
    /// </summary>
    public const string VisibilityTimeoutSeconds = "VISIBILITY_TIMEOUT_SECONDS";
}
