using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ServerlessPatterns.Testing;

/// <summary>A snapshot on disk: compares a template with it, or accepts the template.</summary>
internal static class SnapshotFile
{
    public const string Extension = ".verified.json";

    private static readonly ConcurrentDictionary<string, string> Accepted = new(StringComparer.Ordinal);

    public static string PathFor(string sourceFile, string member, string? name)
    {
        if (name is not null && (name.Length == 0 || !name.All(IsFileNameCharacter)))
        {
            throw new ArgumentException(
                $"The name of a snapshot becomes part of a file name: '{name}' is not made of letters, digits, '-', '_' and '.'.",
                nameof(name));
        }

        var variant = name is null ? "" : $".{name}";
        var file = $"{Path.GetFileNameWithoutExtension(sourceFile)}.{member.TrimStart('.')}{variant}{Extension}";
        return Path.Combine(Path.GetDirectoryName(sourceFile)!, file);
    }

    public static void Verify(JsonObject template, string subject, string file, SnapshotSettings settings)
    {
        var normalized = TemplateNormalizer.Normalize(template);
        if (settings.Update)
        {
            Accept(CanonicalJson.File(normalized), file, settings);
            return;
        }

        if (!File.Exists(file))
        {
            throw new SnapshotMismatchException(SnapshotReport.Missing(subject, file), file, []);
        }

        var differences = TemplateComparer.Compare(Read(subject, file), normalized);
        if (differences.Count > 0)
        {
            throw new SnapshotMismatchException(SnapshotReport.Mismatch(subject, file, differences), file, differences);
        }
    }

    private static void Accept(string text, string file, SnapshotSettings settings)
    {
        if (settings.ContinuousIntegration)
        {
            throw new InvalidOperationException(SnapshotReport.Refused(file));
        }

        if (Accepted.GetOrAdd(file, text) != text)
        {
            throw new InvalidOperationException(
                $"Two templates of one test differ and share the snapshot {Path.GetFileName(file)}: give each a name.");
        }

        if (!File.Exists(file) || File.ReadAllText(file) != text)
        {
            File.WriteAllText(file, text);
        }
    }

    private static JsonObject Read(string subject, string file)
    {
        try
        {
            return TemplateReader.FromText(File.ReadAllText(file));
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            var message = SnapshotReport.Unreadable(subject, file, exception.Message);
            throw new SnapshotMismatchException(message, file, [], exception);
        }
    }

    private static bool IsFileNameCharacter(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.';
}
