using System.Text.Json;

namespace ServerlessPatterns;

/// <summary>Reads the JSON schema of items.</summary>
internal static class ItemSchema
{
    // The one draft that API Gateway knows.
    private const string Draft = "http://json-schema.org/draft-04/schema#";

    /// <summary>What is wrong with a schema, if anything is.</summary>
    public static string? FindProblem(string schema)
    {
        try
        {
            using var document = JsonDocument.Parse(schema);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return $"a JSON {document.RootElement.ValueKind.ToString().ToLowerInvariant()}";
            }

            return !document.RootElement.TryGetProperty("$schema", out var draft) || draft.ValueEquals(Draft)
                ? null
                : $"the $schema {draft.GetRawText()}";
        }
        catch (JsonException exception)
        {
            return $"no JSON ({exception.Message.TrimEnd('.')})";
        }
    }

    /// <summary>The schema in the types that the CDK takes.</summary>
    public static Dictionary<string, object> Read(string schema)
    {
        using var document = JsonDocument.Parse(schema);
        var members = (Dictionary<string, object>)Convert(document.RootElement)!;
        members.TryAdd("$schema", Draft);
        return members;
    }

    private static object? Convert(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject()
            .ToDictionary(member => member.Name, member => Convert(member.Value)!, StringComparer.Ordinal),
        JsonValueKind.Array => value.EnumerateArray().Select(Convert).ToArray(),
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => value.GetString(),
        _ => null,
    };
}
