namespace ServerlessPatterns;

/// <summary>
/// What handlers of batches read from their environment. The names are those of HandlerEnvironment in
/// ServerlessPatterns.Events, which a test holds them to: the library does not depend on that package.
/// </summary>
internal static class BatchEnvironment
{
    /// <summary>The function's timeout, before which the handler stops and reports what it has not begun.</summary>
    public const string FunctionTimeoutSeconds = "FUNCTION_TIMEOUT_SECONDS";

    /// <summary>How often a message is received before it is a dead letter.</summary>
    public const string MaxReceiveCount = "MAX_RECEIVE_COUNT";
}
