namespace ServerlessPatterns.Events;

/// <summary>The request that Lambda gave up.</summary>
public sealed record FailedRequest
{
    /// <summary>The id of the last invocation.</summary>
    public string? RequestId { get; init; }

    /// <summary>The ARN of the function.</summary>
    public string? FunctionArn { get; init; }

    /// <summary>Why it was given up: <c>RetryAttemptsExhausted</c> and the like.</summary>
    public string? Condition { get; init; }

    /// <summary>How often the function was called.</summary>
    public int ApproximateInvokeCount { get; init; }
}
