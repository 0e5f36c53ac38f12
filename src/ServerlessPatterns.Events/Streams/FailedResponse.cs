namespace ServerlessPatterns.Events;

/// <summary>What the function answered.</summary>
public sealed record FailedResponse
{
    /// <summary>The status of the call.</summary>
    public int StatusCode { get; init; }

    /// <summary>The version of the function that ran.</summary>
    public string? ExecutedVersion { get; init; }

    /// <summary><c>Unhandled</c> or <c>Handled</c>; none when the answer reported failures.</summary>
    public string? FunctionError { get; init; }
}
