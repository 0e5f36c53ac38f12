using System.Globalization;

namespace ServerlessPatterns.Testing;

/// <summary>The messages of <see cref="SnapshotMismatchException"/>.</summary>
internal static class SnapshotReport
{
    public static string Mismatch(string subject, string file, IReadOnlyList<TemplateDifference> differences)
    {
        var paragraphs = differences.Select(difference => difference.ToString());
        return $"""
            {subject} differs from its snapshot {Path.GetFileName(file)}: {Summary(differences)}.

            {string.Join('\n', paragraphs)}

            {HowToAccept}
            Snapshot: {file}
            """.ReplaceLineEndings("\n");
    }

    public static string Missing(string subject, string file) => $"""
        {subject} has no snapshot {Path.GetFileName(file)} yet.

        {HowToAccept}
        Snapshot: {file}
        """.ReplaceLineEndings("\n");

    public static string Unreadable(string subject, string file, string reason) => $"""
        {subject} cannot be compared: its snapshot {Path.GetFileName(file)} is no JSON object ({reason})

        {HowToAccept}
        Snapshot: {file}
        """.ReplaceLineEndings("\n");

    public static string Refused(string file) =>
        $"{SnapshotSettings.UpdateVariable} is set, and so is CI: a build server must not accept snapshots. "
        + $"Run {SnapshotSettings.UpdateVariable}=1 dotnet test on a workstation, look at the difference, "
        + $"and commit {Path.GetFileName(file)}.";

    private static string HowToAccept =>
        $"To accept what the stack is now, run {SnapshotSettings.UpdateVariable}=1 dotnet test and commit the file.";

    private static string Summary(IReadOnlyList<TemplateDifference> differences) => string.Join(", ", differences
        .GroupBy(difference => difference.Kind)
        .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {TemplateDifference.Label(group.Key)}")));
}
