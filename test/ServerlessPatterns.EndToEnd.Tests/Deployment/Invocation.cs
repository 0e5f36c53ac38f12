namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>One call of a function, and how it ended.</summary>
internal sealed class Invocation(string payload, TimeSpan timeout, TimeSpan clockStep)
{
    private readonly TaskCompletionSource<InvocationResult> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string RequestId { get; } = Guid.NewGuid().ToString();

    public string Payload => payload;

    public TimeSpan Timeout => timeout;

    public TimeSpan ClockStep => clockStep;

    public Task<InvocationResult> Ended => ended.Task;

    public void End(InvocationResult result) => ended.TrySetResult(result);
}

/// <summary>The function's answer, or the error that it threw, as JSON.</summary>
internal sealed record InvocationResult(bool Failed, string Json);
