using System.Reflection;
using System.Text.RegularExpressions;
using ServerlessPatterns.Tests.Conventions;
using ServerlessPatterns.Tests.Shared;

namespace ServerlessPatterns.Tests.Documentation;

/// <summary>What a page says of its pattern is what the pattern has.</summary>
public sealed partial class PageTests
{
    public static TheoryData<Type> Patterns => ApiConventionTests.Patterns;

    public static TheoryData<string> Pages =>
    [
        .. Repository.Files(".", "*.md").Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')),
    ];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Props_OfAPattern_AllStandInTheTableOfItsPageAndNoOthers(Type pattern)
    {
        var props = pattern.GetConstructors().Single().GetParameters()[2].ParameterType.GetProperties().Select(property => property.Name);
        var rows = Row().Matches(Section(pattern, "Props")).SelectMany(row => Name().Matches(row.Groups["names"].Value))
            .Select(match => match.Groups["name"].Value);

        rows.ShouldBe(props, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Members_OfAPattern_AllStandOnItsPage(Type pattern)
    {
        var members = pattern.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(member => member is PropertyInfo || (member is MethodInfo method && !method.IsSpecialName))
            .Select(member => $"`{member.Name}`");
        var section = Section(pattern, "Props");

        members.Where(member => !section.Contains(member, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Pattern_Each_HasARowInTheReadme(Type pattern) =>
        Repository.Read("README.md").ShouldContain($"| `{pattern.Name}` |");

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_WithinTheRepository_LeadSomewhere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
        var links = Link().Matches(Repository.Read(page)).Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#'));

        links.Where(link => !Path.Exists(Path.Combine(folder, link.Split('#')[0]))).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Anchors_OfLinksWithinTheRepository_AreHeadings(string page)
    {
        var links = Link().Matches(Repository.Read(page)).Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && target.Contains('#', StringComparison.Ordinal));

        links.Where(link => !Anchors(page, link.Split('#')[0]).Contains(link.Split('#')[1])).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Warnings_NamedOnAPage_AreGivenByTheLibrary(string page)
    {
        var sources = string.Concat(Repository.Sources("src/ServerlessPatterns", "*.cs"));

        Warning().Matches(Repository.Read(page)).Select(match => match.Value)
            .Where(id => !sources.Contains($"\"{id}\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static IReadOnlySet<string> Anchors(string page, string target) => Headings.Anchors(Repository.Read(
        target.Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, target)));

    internal static string Page(Type pattern) => Repository.Sources("docs/patterns", "*.md")
        .Single(text => text.StartsWith("# ", StringComparison.Ordinal) && text.Split('\n')[0].Contains($"`{pattern.Name}`", StringComparison.Ordinal));

    private static string Section(Type pattern, string title)
    {
        var page = Page(pattern);
        var start = page.IndexOf($"\n## {title}\n", StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0, $"{pattern.Name} has no section {title}");
        var end = page.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        var parts = page[start..(end < 0 ? page.Length : end)].Split("\n### ");

        // Where a page has two patterns, a part may be about one of them alone, and says so in its heading.
        return string.Join('\n', parts.Where((part, index) => index == 0 || IsAbout(pattern, part.Split('\n')[0])));
    }

    private static bool IsAbout(Type pattern, string heading) =>
        heading.Contains($"`{pattern.Name}`", StringComparison.Ordinal) || !heading.Contains('`', StringComparison.Ordinal);

    [GeneratedRegex(@"^\| (?<names>`[^|]+`) \|", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<name>[A-Za-z]+)`", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();

    [GeneratedRegex("ServerlessPatterns:[A-Z][A-Za-z]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Warning();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Link();
}
