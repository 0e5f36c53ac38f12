using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>A deployed rule.</summary>
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

    public bool Matches(JsonObject payload) => EventPattern.Matches(pattern, payload);
}
