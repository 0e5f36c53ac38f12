namespace ServerlessPatterns.Events;

/// <summary>The environment variables that the handlers of batches read.</summary>
public static class HandlerEnvironment
{
    /// <summary>
    /// The function's timeout in seconds. Lambda tells a handler the time that is left only through a package of its
    /// own; without this variable the handlers set no limit.
    /// </summary>
    public const string FunctionTimeoutSeconds = "FUNCTION_TIMEOUT_SECONDS";

    /// <summary>
    /// How often a message of the queue is received before it becomes a dead letter: <c>maxReceiveCount</c> of the
    /// queue's redrive policy.
    /// </summary>
    public const string MaxReceiveCount = "MAX_RECEIVE_COUNT";
}
