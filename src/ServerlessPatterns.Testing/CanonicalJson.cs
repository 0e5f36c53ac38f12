using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ServerlessPatterns.Testing;

/// <summary>
/// Writes JSON in one way only: keys in ordinal order, LF, two spaces, and nothing escaped that JSON does not demand
/// (the encoders of System.Text.Json all escape characters beyond the basic plane).
/// </summary>
internal static class CanonicalJson
{
    public static string File(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(text, node, indent: 0);
        return text.Append('\n').ToString();
    }

    public static string Line(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(text, node, indent: null);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, int? indent)
    {
        switch (node)
        {
            case JsonObject members:
                var sorted = members.OrderBy(member => member.Key, StringComparer.Ordinal).ToList();
                WriteItems(text, '{', '}', sorted, indent, (member, inner) =>
                {
                    WriteString(text, member.Key);
                    text.Append(indent is null ? ":" : ": ");
                    Write(text, member.Value, inner);
                });
                break;
            case JsonArray items:
                WriteItems(text, '[', ']', items, indent, (item, inner) => Write(text, item, inner));
                break;
            case null:
                text.Append("null");
                break;
            default:
                WriteScalar(text, node);
                break;
        }
    }

    private static void WriteItems<T>(
        StringBuilder text, char open, char close, IList<T> items, int? indent, Action<T, int?> write)
    {
        text.Append(open);
        for (var index = 0; index < items.Count; index++)
        {
            text.Append(index == 0 ? "" : ",");
            NewLine(text, indent + 1);
            write(items[index], indent + 1);
        }

        if (items.Count > 0)
        {
            NewLine(text, indent);
        }

        text.Append(close);
    }

    private static void NewLine(StringBuilder text, int? indent)
    {
        if (indent is { } depth)
        {
            text.Append('\n').Append(' ', depth * 2);
        }
    }

    private static void WriteScalar(StringBuilder text, JsonNode node)
    {
        switch (node.GetValueKind())
        {
            case JsonValueKind.String:
                WriteString(text, node.GetValue<string>());
                break;
            case JsonValueKind.Number:
                text.Append(Number(node.ToJsonString()));
                break;
            default:
                text.Append(node.ToJsonString());
                break;
        }
    }

    // 3, 3.0 and 3e0 are one number.
    private static string Number(string written) =>
        decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture)
            : double.Parse(written, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture);

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' or '\u007f' or '\u2028' or '\u2029' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => text.Append(character),
            };
        }

        text.Append('"');
    }
}
