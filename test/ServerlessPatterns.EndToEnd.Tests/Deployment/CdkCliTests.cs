using System.Text.RegularExpressions;

namespace ServerlessPatterns.EndToEnd.Tests;

public sealed partial class CdkCliTests
{
    [Fact]
    public void Package_PagesAndScripts_NameTheSameVersion()
    {
        string[] others = [.. Directory.EnumerateFiles(Repository.Root, "*.md")
            .Concat(Folder("docs"))
            .Concat(Folder(".ci"))
            .Concat(Folder(".github"))
            .SelectMany(file => Version().Matches(File.ReadAllText(file)).Select(match => (file, version: match.Value)))
            .Where(found => found.version != Tool.CdkCli)
            .Select(found => $"{Path.GetRelativePath(Repository.Root, found.file)}: {found.version}")];

        others.ShouldBeEmpty();
    }

    private static IEnumerable<string> Folder(string name)
    {
        var path = Path.Combine(Repository.Root, name);
        return Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories) : [];
    }

    [GeneratedRegex(@"\baws-cdk@[\w.]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Version();
}
