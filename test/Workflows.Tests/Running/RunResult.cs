namespace Workflows.Tests;

/// <summary>How a run block has ended, and what it printed.</summary>
internal sealed record RunResult(int ExitCode, string Output)
{
    public RunResult ShouldSucceed()
    {
        ExitCode.ShouldBe(0, Output);
        return this;
    }

    public RunResult ShouldFail(string message)
    {
        ExitCode.ShouldNotBe(0, Output);
        Output.ShouldContain(message);
        return this;
    }
}
