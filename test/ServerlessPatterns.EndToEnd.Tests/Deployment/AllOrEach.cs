using Xunit.Sdk;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>
/// One run of the CLI for all stacks, which takes little longer than that for one. Where it fails, each stack that is
/// asked for has a run of its own, so that only the tests of the one that is at fault are red.
/// </summary>
internal sealed class AllOrEach(Func<string, Task> run)
{
    private readonly Dictionary<string, Task<XunitException?>> each = new(StringComparer.Ordinal);
    private Task<XunitException?>? all;

    public async Task RunAsync(string stack)
    {
        all ??= TryAsync(CdkCli.All);
        if (await all is { } failureOfAll)
        {
            if (!each.TryGetValue(stack, out var own))
            {
                own = each[stack] = TryAsync(stack);
            }

            // What failed first tells more: the emulator may choke on what is left of it.
            if (await own is { } failure)
            {
                Assert.Fail($"{failureOfAll.Message}\n{failure.Message}");
            }
        }
    }

    private async Task<XunitException?> TryAsync(string stacks)
    {
        try
        {
            await run(stacks);
            return null;
        }
        catch (XunitException failure)
        {
            return failure;
        }
    }
}
