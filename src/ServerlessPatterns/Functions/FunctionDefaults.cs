namespace ServerlessPatterns;

/// <summary>What a pattern decides about its function where the user did not, in plain values.</summary>
internal sealed record FunctionDefaults
{
    /// <summary>The handler that ships with the pattern, if it has one.</summary>
    public FunctionCode? Code { get; init; }

    public required string Description { get; init; }

    public required double MemorySize { get; init; }

    public required double TimeoutSeconds { get; init; }

    /// <summary>The settings of an asynchronous invocation; nothing where the function is called synchronously.</summary>
    public AsyncInvocation? Async { get; init; }
}
