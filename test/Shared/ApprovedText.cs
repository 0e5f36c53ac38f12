namespace ServerlessPatterns.Tests.Shared;

/// <summary>A text file that somebody has looked at and accepted, as the snapshots of templates are.</summary>
internal static class ApprovedText
{
    /// <summary>Whether what is there is accepted, by UPDATE_SNAPSHOTS.</summary>
    public static bool IsAccepting => IsSet("UPDATE_SNAPSHOTS");

    /// <summary>
    /// Compares a text with the file, or writes the file when UPDATE_SNAPSHOTS is set, which CI refuses. The difference is
    /// told in lines, each below the heading that it stands under.
    /// </summary>
    public static void Verify(string file, string text, Func<string, bool>? isHeading = null)
    {
        var accepted = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : string.Empty;
        if (accepted == text)
        {
            return;
        }

        if (IsAccepting)
        {
            IsSet("CI").ShouldBeFalse($"{file} cannot be accepted where CI is set.");
            File.WriteAllText(file, text);
            return;
        }

        var difference = WithHeadings(LineDifference.Of(accepted.Split('\n'), text.Split('\n')), isHeading ?? (_ => false));
        Assert.Fail(
            $"""
            {Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')} is not what the code says. Accepted is -, the code says +:

            {string.Join('\n', difference)}

            If this is what you mean, run the test with UPDATE_SNAPSHOTS=1 and commit the file.
            """);
    }

    private static IEnumerable<string> WithHeadings(IEnumerable<(char Sign, string Line)> lines, Func<string, bool> isHeading)
    {
        var heading = (Sign: ' ', Line: string.Empty);
        foreach (var line in lines)
        {
            if (isHeading(line.Line))
            {
                heading = line;
            }

            if (line.Sign == ' ')
            {
                continue;
            }

            if (heading.Sign == ' ' && heading.Line.Length > 0)
            {
                yield return $"  {heading.Line}";
                heading.Line = string.Empty;
            }

            yield return $"{line.Sign} {line.Line}";
        }
    }

    private static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable)?.Trim() is "1" or "true";
}
