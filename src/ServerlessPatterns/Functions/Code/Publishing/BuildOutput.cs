namespace ServerlessPatterns;

/// <summary>Reads what a build printed.</summary>
internal static class BuildOutput
{
    private const int MostLines = 20;

    private static readonly string[] RestoreErrors = ["NU1100", "NU1101", "NU1102", "NU1103"];

    private static readonly string[] ReadyToRunPacks =
    [
        "Microsoft.NETCore.App.Crossgen2.",
        "Microsoft.NETCore.App.Runtime.",
        "Microsoft.AspNetCore.App.Runtime.",
    ];

    /// <summary>The errors, each once and without MSBuild's project suffix; the last lines when there are none.</summary>
    public static IReadOnlyList<string> Errors(IReadOnlyList<string> lines)
    {
        var errors = lines.Where(IsError).Select(WithoutProject).Distinct(StringComparer.Ordinal).ToArray();
        if (errors.Length == 0)
        {
            return [.. lines.Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => line.Trim()).TakeLast(MostLines)];
        }

        return errors.Length <= MostLines ? errors : [.. errors.Take(MostLines), $"... and {errors.Length - MostLines} more"];
    }

    /// <summary>What ReadyToRun needs is not on the feeds; without it the same project may well publish.</summary>
    public static bool LacksReadyToRun(IReadOnlyList<string> lines) => lines.Any(line =>
        line.Contains("NETSDK1094", StringComparison.Ordinal)
        || (Array.Exists(RestoreErrors, code => line.Contains(code, StringComparison.Ordinal))
            && Array.Exists(ReadyToRunPacks, pack => line.Contains(pack, StringComparison.OrdinalIgnoreCase))));

    /// <summary>What the dotnet host says when it has runtimes only, or none of the SDKs that global.json allows.</summary>
    public static bool LacksSdk(IReadOnlyList<string> lines) => lines.Any(line =>
        line.Contains("SDK was not found", StringComparison.Ordinal)
        || line.Contains("No .NET SDKs were found", StringComparison.Ordinal));

    private static bool IsError(string line) =>
        line.Contains(": error ", StringComparison.Ordinal)
        || line.TrimStart().StartsWith("error ", StringComparison.Ordinal)
        || line.Contains("Unhandled exception", StringComparison.Ordinal);

    private static string WithoutProject(string line)
    {
        var text = line.Trim();
        var start = text.LastIndexOf(" [", StringComparison.Ordinal);
        return start > 0 && text[^1] == ']' && text.AsSpan(start).Contains("proj", StringComparison.OrdinalIgnoreCase)
            ? text[..start]
            : text;
    }
}
