using System.Globalization;

namespace ServerlessPatterns.Events.Tests.Models;

/// <summary>The seed of the random tests: another one in each run, and told, so that a run can be had again.</summary>
internal static class Seed
{
    private const string Variable = "EVENTS_SEED";

    public static (Random Random, string Told) Take()
    {
        var seed = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : Random.Shared.Next();
        var told = string.Create(CultureInfo.InvariantCulture, $"{Variable}={seed}");
        TestContext.Current.TestOutputHelper!.WriteLine(told);
        return (new Random(seed), told);
    }
}
