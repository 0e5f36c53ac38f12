using System.Text.RegularExpressions;

namespace Workflows.Tests;

/// <summary>docs/deploy.md.</summary>
internal static partial class DeployPage
{
    private const string Name = "docs/deploy.md";

    public static string Text { get; } = File.ReadAllText(Path.Combine(Repository.Root, Name)).ReplaceLineEndings("\n");

    // After the text, from which it is made.
    private static readonly List<string> Blocks =
        [.. YamlBlock().Matches(Text).Select(match => match.Groups["text"].Value).Where(text => text.StartsWith("name: ", StringComparison.Ordinal))];

    /// <summary>A name for each whole workflow on the page.</summary>
    public static IEnumerable<string> Workflows => Blocks.Select((_, index) => $"{Name} #{index + 1}");

    /// <summary>The workflow of that name, or null when the name is that of a file.</summary>
    public static string? Block(string name) =>
        name.StartsWith(Name, StringComparison.Ordinal) ? Blocks[name[^1] - '1'] : null;

    [GeneratedRegex(@"^```yaml\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YamlBlock();
}
