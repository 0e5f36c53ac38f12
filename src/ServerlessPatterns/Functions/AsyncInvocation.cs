using Amazon.CDK;

namespace ServerlessPatterns;

/// <summary>How often and how long Lambda tries an asynchronous invocation before it becomes a dead letter.</summary>
internal sealed record AsyncInvocation(double RetryAttempts, Duration MaxEventAge);
