using System.Text.Json.Nodes;

namespace ServerlessPatterns.Tests.Templates;

/// <summary>
/// Writes each policy document as its single permissions, sorted. The CDK's flag <c>minimizePolicies</c>, which it reads
/// from the stack and not from the construct, merges and sorts statements without changing what they say.
/// </summary>
internal static class PolicyStatements
{
    public static JsonNode Expand(JsonNode node) => node switch
    {
        JsonObject policy when policy["Statement"] is JsonArray statements => Expand(statements),
        JsonObject members => new JsonObject(members.Select(pair =>
            KeyValuePair.Create(pair.Key, pair.Value is null ? null : Expand(pair.Value)))),
        JsonArray items => new JsonArray([.. items.Select(item => item is null ? null : Expand(item))]),
        _ => node.DeepClone(),
    };

    private static JsonArray Expand(JsonArray statements)
    {
        var permissions =
            from statement in statements
            from action in Each(statement["Action"])
            from resource in Each(statement["Resource"])
            let rest = statement.AsObject().Where(pair => pair.Key is not ("Action" or "Resource"))
                .OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value!.ToJsonString()}")
            select $"{action} on {resource} {string.Join(' ', rest)}";
        return new JsonArray([.. permissions.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(permission => JsonValue.Create(permission))]);
    }

    private static IEnumerable<string> Each(JsonNode? value) => value switch
    {
        null => ["nothing"],
        JsonArray items => items.Select(item => item!.ToJsonString()),
        _ => [value.ToJsonString()],
    };
}
