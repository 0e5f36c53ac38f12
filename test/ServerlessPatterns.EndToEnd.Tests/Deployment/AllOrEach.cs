namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>
/// One run of the CLI for all stacks, which takes little longer than that for one. Where it fails, each stack that is
/// asked for has a run of its own, so that only the tests of the one that is at fault are red.
/// </summary>
internal sealed class AllOrEach(Func<string, Task> run)
{
    private readonly Dictionary<string, Task> each = new(StringComparer.Ordinal);
    private Task<bool>? all;

    public async Task RunAsync(string stack)
    {
        all ??= SucceedsAsync();
        if (!await all)
        {
            if (!each.TryGetValue(stack, out var own))
            {
                own = each[stack] = run(stack);
            }

            await own;
        }
    }

    private async Task<bool> SucceedsAsync()
    {
        try
        {
            await run(CdkCli.All);
            return true;
        }
        catch (Xunit.Sdk.XunitException failure)
        {
            TestContext.Current.SendDiagnosticMessage(failure.Message);
            return false;
        }
    }
}
