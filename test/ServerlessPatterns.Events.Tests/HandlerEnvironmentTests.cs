namespace ServerlessPatterns.Events.Tests;

/// <summary>What a handler takes from its environment; the other tests' handlers set it themselves or have time enough.</summary>
public sealed class HandlerEnvironmentTests : IDisposable
{
    [Fact]
    public void Handler_InAnEmptyEnvironment_HasNoLimits() => new PlainHandler().Limits.ShouldBe((null, null, 10));

    [Fact]
    public void Handler_WithTheVariablesOfAPattern_TakesThem()
    {
        Environment.SetEnvironmentVariable("FUNCTION_TIMEOUT_SECONDS", "600");
        Environment.SetEnvironmentVariable("MAX_RECEIVE_COUNT", "4");

        new PlainHandler().Limits.ShouldBe((TimeSpan.FromSeconds(590), 4, 10));
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(HandlerEnvironment.FunctionTimeoutSeconds, null);
        Environment.SetEnvironmentVariable(HandlerEnvironment.MaxReceiveCount, null);
    }

    private sealed class PlainHandler : QueueHandler
    {
        public (TimeSpan? Time, int? Receives, int Concurrency) Limits => (TimeLimit, MaxReceiveCount, MaxConcurrency);

        protected override Task ProcessAsync(SqsMessage record, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
