using System.Diagnostics;
using System.Text.RegularExpressions;
using ServerlessPatterns.Tests.Shared;

namespace ServerlessPatterns.Tests.Documentation;

/// <summary>The figures of a page are what the program prints that the page names.</summary>
public sealed partial class FiguresTests
{
    private const string Page = "docs/choosing.md";

    [Fact]
    public void BreakEvens_OnThePageOfChoices_AreThosePrinted()
    {
        var page = Repository.Read(Page).ReplaceLineEndings("\n");
        var printed = Figures().Matches(page).Select(match => match.Groups["table"].Value).ToDictionary(table => table, Printed);
        printed.Count.ShouldBe(4);

        ApprovedText.Verify(
            Path.Combine(Repository.Root, Page),
            Figures().Replace(page, match => $"{match.Groups["begin"].Value}{printed[match.Groups["table"].Value]}<!-- end of figures -->"),
            line => line.StartsWith('#'));
    }

    private static string Printed(string table)
    {
        // The CDK runs in Node.js, so that these tests have it.
        var start = new ProcessStartInfo("node", ["docs/figures/break-even.mjs", table])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, errors.GetAwaiter().GetResult());
        return output;
    }

    [GeneratedRegex("(?<begin><!-- figures: (?<table>[a-z]+) -->\n).*?<!-- end of figures -->", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Figures();
}
