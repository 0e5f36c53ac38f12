using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>
/// Matches patterns as EventBridge and the filters of Lambda's event sources do. moto has no TestEventPattern, so what the
/// gallery uses is matched here: exact values, prefixes, numbers above one, "anything but" and "or"; of an array of
/// objects, one must match all by itself. Anything else fails the test rather than match by accident.
/// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
/// </summary>
internal static class EventPattern
{
    public static bool Matches(JsonObject pattern, JsonNode? value) => value is JsonArray items
        ? items.Any(item => Matches(pattern, item))
        : pattern.All(field => field.Value switch
        {
            JsonArray either when field.Key == "$or" => either.Any(alternative => Matches(alternative!.AsObject(), value)),
            JsonObject nested => Matches(nested, value?[field.Key]),
            JsonArray alternatives => alternatives.Any(alternative => MatchesValue(alternative!, value?[field.Key])),
            _ => throw new NotSupportedException($"{field.Key} is neither an object nor an array."),
        });

    private static bool MatchesValue(JsonNode alternative, JsonNode? value) => alternative switch
    {
        JsonValue exact => JsonNode.DeepEquals(exact, value),
        JsonObject { Count: 1 } filter when filter["prefix"] is JsonValue prefix =>
            value is JsonValue text && text.GetValue<string>().StartsWith(prefix.GetValue<string>(), StringComparison.Ordinal),
        JsonObject { Count: 1 } filter when filter["anything-but"] is JsonValue other => value is not null && !JsonNode.DeepEquals(other, value),
        JsonObject { Count: 1 } filter when filter["numeric"] is JsonArray { Count: 2 } above && above[0]!.GetValue<string>() == ">" =>
            value is JsonValue number && number.GetValue<int>() > above[1]!.GetValue<int>(),
        _ => throw new NotSupportedException($"{alternative.ToJsonString()} is not among the filters that are matched here."),
    };
}
