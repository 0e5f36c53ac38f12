using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>
/// A deployed rule. moto has no TestEventPattern, so what the rules of the gallery use is matched here: exact values
/// prefixes, "anything but" and "or"; of an array of objects, one must match all by itself. Anything else fails the test rather than match by accident.
/// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
/// </summary>
internal sealed class EventRule
{
    private readonly JsonObject pattern;

    private EventRule(JsonObject pattern, JsonArray targets) => (this.pattern, Targets) = (pattern, targets);

    public JsonArray Targets { get; }

    public static async Task<EventRule> ReadAsync(AwsApi aws, string name)
    {
        var rule = await aws.JsonAsync("events", "AWSEvents.DescribeRule", new { Name = name });
        var targets = await aws.JsonAsync("events", "AWSEvents.ListTargetsByRule", new { Rule = name });
        rule["State"]!.GetValue<string>().ShouldBe("ENABLED");
        return new(JsonNode.Parse(rule["EventPattern"]!.GetValue<string>())!.AsObject(), targets["Targets"]!.AsArray());
    }

    public bool Matches(JsonObject payload) => Matches(pattern, payload);

    private static bool Matches(JsonObject pattern, JsonNode? value) => value is JsonArray items
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
        _ => throw new NotSupportedException($"{alternative.ToJsonString()} is not among the filters that are matched here."),
    };
}
