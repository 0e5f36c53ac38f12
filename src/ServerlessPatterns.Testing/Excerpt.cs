using System.Text.Json.Nodes;

namespace ServerlessPatterns.Testing;

/// <summary>Prints an old and a new value on one line: long ones around the place where they differ.</summary>
internal static class Excerpt
{
    private const int Width = 160;
    private const int Lead = 30;

    /// <summary>Stands for a value that is not there, which is not the same as null.</summary>
    public static readonly JsonNode None = new JsonObject();

    public static string Change(string path, JsonNode? before, JsonNode? after)
    {
        var old = Text(before);
        var @new = Text(after);
        var start = 0;
        if (Math.Max(old.Length, @new.Length) > Width)
        {
            start = Math.Max(0, CommonPrefix(old, @new) - Lead);
        }

        var subject = path.Length == 0 ? "" : $"{path}: ";
        return $"{subject}{Cut(old, start)} -> {Cut(@new, start)}";
    }

    private static string Text(JsonNode? node) => ReferenceEquals(node, None) ? "(none)" : CanonicalJson.Line(node);

    private static int CommonPrefix(string left, string right)
    {
        var length = 0;
        while (length < left.Length && length < right.Length && left[length] == right[length])
        {
            length++;
        }

        return length;
    }

    private static string Cut(string text, int start)
    {
        var from = Math.Min(start, text.Length);
        var rest = text.Length - from > Width ? $"{text.Substring(from, Width)}..." : text[from..];
        return from > 0 ? $"...{rest}" : rest;
    }
}
