using ServerlessPatterns.Tests.Conventions;

namespace ServerlessPatterns.Tests;

/// <summary>A text of the repository that follows from the code, and that <c>UPDATE_SNAPSHOTS=1</c> writes anew.</summary>
internal static class AcceptedText
{
    private const string UpdateVariable = "UPDATE_SNAPSHOTS";

    /// <summary>Compares lines with a file, or accepts them. The report tells under which heading a line stands.</summary>
    public static void Verify(string path, IReadOnlyList<string> lines, Func<string, bool> isHeading)
    {
        var file = Path.Combine(Repository.Root, path);
        var accepted = File.Exists(file) ? File.ReadAllLines(file) : [];
        if (accepted.SequenceEqual(lines, StringComparer.Ordinal))
        {
            return;
        }

        if (IsOn(UpdateVariable) && !IsOn("CI"))
        {
            File.WriteAllText(file, string.Join('\n', lines) + '\n');
            return;
        }

        Assert.Fail(
            $"""
            {path} is not what the code says:

            {string.Join('\n', WithHeadings(LineDifference.Of(accepted, lines), isHeading))}

            To accept what the code says, run {UpdateVariable}=1 dotnet test and commit the file.
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

    private static bool IsOn(string variable) =>
        Environment.GetEnvironmentVariable(variable)?.Trim() is { } value
        && (value == "1" || string.Equals(value, "true", StringComparison.OrdinalIgnoreCase));
}
