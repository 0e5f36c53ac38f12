using System.Text.Json.Nodes;

namespace ServerlessPatterns.Tests.Streams;

/// <summary>What the alarm tests of both stream processors look at.</summary>
internal static class StreamAlarmCases
{
    /// <summary>One line an alarm: namespace, metrics, dimensions with what they point to, and how it is judged.</summary>
    public static string Describe(Synthesized template, string id)
    {
        var alarm = template.Properties("AWS::CloudWatch::Alarm", $"Alarms{id}");
        alarm["AlarmActions"].ShouldBeNull();
        ((string?)alarm["TreatMissingData"]).ShouldBe("notBreaching");
        ((string?)alarm["AlarmDescription"])!.ShouldContain("\nRunbook: ");
        var metrics = Metrics(alarm).Select(metric => $"{metric["Namespace"]} {metric["MetricName"]} {Dimensions(metric)} {Judged(alarm, metric)}");
        return $"{string.Join(" + ", metrics)} {Comparison(alarm)} {alarm["Threshold"]} x{alarm["EvaluationPeriods"]}";
    }

    private static IEnumerable<JsonNode> Metrics(JsonNode alarm) => alarm["Metrics"] is JsonArray metrics
        ? metrics.Where(metric => metric!["MetricStat"] is not null).Select(metric => metric!["MetricStat"]!["Metric"]!)
        : [alarm];

    private static string Judged(JsonNode alarm, JsonNode metric)
    {
        var held = alarm["Metrics"] is null ? alarm : metric.Parent!;
        return $"{held["Stat"] ?? held["Statistic"] ?? held["ExtendedStatistic"]}/{held["Period"]}";
    }

    private static string Comparison(JsonNode alarm) => (string?)alarm["ComparisonOperator"] == "GreaterThanThreshold" ? ">" : ">=";

    private static string Dimensions(JsonNode metric) => string.Join(',', metric["Dimensions"]!.AsArray()
        .Select(dimension => $"{dimension!["Name"]}={Value(dimension["Value"]!)}"));

    private static string Value(JsonNode value) => value is JsonValue ? (string)value! : value.Target()[..^8];
}
