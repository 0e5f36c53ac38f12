using System.Text.Json.Nodes;

namespace ServerlessPatterns.Tests.Scheduling;

/// <summary>What an alarm of a template watches, as one line.</summary>
internal static class AlarmReader
{
    /// <summary>Namespace, metrics, dimensions, statistic, period, comparison, threshold and periods.</summary>
    public static string Describe(JsonNode alarm)
    {
        var metrics = Metrics(alarm);
        string Same(Func<JsonNode, string?> read) => metrics.Select(read).Distinct().Single()!;
        var comparison = (string?)alarm["ComparisonOperator"] == "GreaterThanThreshold" ? ">" : ">=";
        return string.Join(
            ' ',
            Same(metric => (string?)metric["Namespace"]),
            string.Join(',', metrics.Select(metric => (string?)metric["MetricName"])),
            Same(metric => string.Join('+', metric["Dimensions"]!.AsArray().Select(dimension => (string?)dimension!["Name"]))),
            Same(metric => $"{Held(alarm, metric, "Stat") ?? Held(alarm, metric, "Statistic") ?? Held(alarm, metric, "ExtendedStatistic")} {Held(alarm, metric, "Period")}"),
            comparison,
            (double)alarm["Threshold"]!,
            $"x{alarm["EvaluationPeriods"]}");
    }

    public static List<JsonNode> Metrics(JsonNode alarm) => alarm["Metrics"] is JsonArray metrics
        ? [.. metrics.Where(metric => metric!["MetricStat"] is not null).Select(metric => metric!["MetricStat"]!["Metric"]!)]
        : [alarm];

    private static JsonNode? Held(JsonNode alarm, JsonNode metric, string name) => (alarm["Metrics"] is null ? alarm : metric.Parent!)[name];
}
