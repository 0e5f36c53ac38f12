namespace ServerlessPatterns.Packages.Tests;

/// <summary>The CDK's warnings of what is deprecated, in what a synth has printed.</summary>
internal static class Deprecations
{
    /// <summary>The app itself uses one such member: its warning shows that others would be there as well.</summary>
    public static void ShouldBeThatOfTheApp(string output) => output.Split('\n')
        .Where(line => line.Contains("is deprecated", StringComparison.Ordinal))
        .ShouldHaveSingleItem(output)
        .ShouldContain("SecretValue#plainText");
}
