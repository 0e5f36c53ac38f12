using System.Text.Json;
using System.Text.Json.Nodes;

namespace ServerlessPatterns.Testing;

/// <summary>Knows which properties CloudFormation cannot change on a resource that exists.</summary>
internal static class CreateOnlyProperties
{
    private const string Table = "create-only-properties.json";

    private static readonly Lazy<Dictionary<string, string>> ByType = new(Load);

    /// <summary>The create-only properties whose values differ; those that replace in some cases only are marked.</summary>
    public static List<(string Path, bool Always)> Changed(string type, JsonNode? before, JsonNode? after)
    {
        var key = type.StartsWith("Custom::", StringComparison.Ordinal) ? "AWS::CloudFormation::CustomResource" : type;
        if (!ByType.Value.TryGetValue(key, out var properties))
        {
            return [];
        }

        return properties.Split(' ')
            .Select(property => (Pointer: property.TrimStart('?').Split('/'), Always: property[0] != '?'))
            .Where(property => Select(before, property.Pointer) != Select(after, property.Pointer))
            .Select(property => (string.Join('.', property.Pointer.Prepend("Properties")), property.Always))
            .ToList();
    }

    private static string Select(JsonNode? node, ReadOnlySpan<string> pointer)
    {
        if (pointer.IsEmpty)
        {
            return CanonicalJson.Line(node);
        }

        var (name, rest) = (pointer[0], pointer[1..].ToArray());
        return node switch
        {
            JsonArray items when name == "*" => string.Join(',', items.Select(item => Select(item, rest))),
            // What an intrinsic function gives is not known here: it counts as a whole.
            JsonObject members when Intrinsic.Is(members) => CanonicalJson.Line(members),
            JsonObject members => Select(members[name], rest),
            _ => CanonicalJson.Line(null),
        };
    }

    private static Dictionary<string, string> Load()
    {
        using var stream = typeof(CreateOnlyProperties).Assembly.GetManifestResourceStream(Table)!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }
}
