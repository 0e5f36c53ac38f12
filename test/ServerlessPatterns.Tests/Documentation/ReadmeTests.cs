using System.Text.RegularExpressions;
using ServerlessPatterns.Tests.Shared;

namespace ServerlessPatterns.Tests.Documentation;

/// <summary>The front page shows the diagrams and figures of the pages, and names every page.</summary>
public sealed partial class ReadmeTests
{
    public static TheoryData<string> Pages =>
    [
        .. Repository.Files("docs", "*.md").Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')),
    ];

    public static TheoryData<string> PatternPages => [.. Pages.Select(page => page.Data).Where(page => page.StartsWith("docs/patterns/", StringComparison.Ordinal))];

    [Fact]
    public void Copies_InTheReadme_AreThoseOfThePages() => ApprovedText.Verify(
        Path.Combine(Repository.Root, "README.md"),
        Copy().Replace(Readme, match => $"{match.Groups["begin"].Value}{Original(match.Groups["page"].Value, match.Groups["what"].Value)}{match.Groups["end"].Value}"),
        line => line.StartsWith("<summary>", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_Each_IsLinkedInTheReadme(string page) => Readme.ShouldContain($"]({page})");

    [Theory]
    [MemberData(nameof(PatternPages))]
    public void Diagram_OfEachPatternPage_IsInTheReadme(string page) => Readme.ShouldContain($"<!-- diagram: {page} -->");

    private static string Readme => Repository.Read("README.md").ReplaceLineEndings("\n");

    private static string Original(string page, string what)
    {
        var text = Repository.Read(page).ReplaceLineEndings("\n");
        var original = what == "diagram" ? Diagram().Match(text) : Figures().Match(text);
        original.Success.ShouldBeTrue($"{page} has no {what}");
        return original.Value;
    }

    [GeneratedRegex("(?<begin><!-- (?<what>diagram|figures): (?<page>[^ ]+) -->\n).*?(?<end><!-- end of \\k<what> -->)", RegexOptions.Singleline | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Copy();

    [GeneratedRegex("^```mermaid\n.*?^```\n", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Diagram();

    [GeneratedRegex("(?<=<!-- measured: summary -->\n).*?(?=<!-- /measured -->)", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Figures();
}
