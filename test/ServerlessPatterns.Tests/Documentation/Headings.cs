using System.Text.RegularExpressions;

namespace ServerlessPatterns.Tests.Documentation;

/// <summary>The headings of a page, and the anchors that GitHub makes of them.</summary>
internal static partial class Headings
{
    /// <summary>The anchors of a page: one that comes again gets a number.</summary>
    public static IReadOnlySet<string> Anchors(string markdown)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match heading in Heading().Matches(Fence().Replace(markdown, string.Empty)))
        {
            var slug = Slug(heading.Groups["text"].Value);
            seen[slug] = seen.TryGetValue(slug, out var count) ? count + 1 : 0;
            anchors.Add(seen[slug] == 0 ? slug : $"{slug}-{seen[slug]}");
        }

        return anchors;
    }

    /// <summary>Lower case, spaces as hyphens, and of the rest only letters, digits, hyphens and underscores.</summary>
    public static string Slug(string heading) =>
        Dropped().Replace(LinkText().Replace(heading.Trim(), "${text}").ToLowerInvariant(), string.Empty).Replace(' ', '-');

    [GeneratedRegex(@"^#{1,6} (?<text>.+?)\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\([^)]*\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LinkText();

    [GeneratedRegex(@"[^\p{L}\p{M}\p{N}\p{Pc}\- ]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Dropped();
}
