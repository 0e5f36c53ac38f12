using System.Text.Json;
using System.Text.Json.Nodes;

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

    /// <summary>The schema with its draft, as text: the CDK would drop each null and each empty object of it.</summary>
    public static string Read(string schema)
    {
        var complete = new JsonObject { ["$schema"] = Draft };
        foreach (var (name, value) in JsonNode.Parse(schema)!.AsObject())
        {
            complete[name] = value?.DeepClone();
        }

        return complete.ToJsonString();
    }
}
