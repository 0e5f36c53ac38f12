using System.Globalization;
using System.Text.Json.Nodes;

namespace ServerlessPatterns.Tests.Monitoring;

/// <summary>The alarms of a template as text, so that a test states the whole of one in a line.</summary>
internal static class AlarmText
{
    private const int HashLength = 8;

    /// <summary>The properties of the alarms of a template, by the id that the pattern gave them.</summary>
    public static IReadOnlyDictionary<string, JsonNode> Alarms(this Synthesized template) => template.All("AWS::CloudWatch::Alarm")
        .Where(pair => pair.Key.Contains("Alarms", StringComparison.Ordinal))
        .ToDictionary(pair => Id(pair.Key), pair => pair.Value["Properties"]!, StringComparer.Ordinal);

    /// <summary>
    /// What an alarm without actions is: metrics, dimensions and what they point to, statistic/period, comparison, threshold
    /// and periods, then <c>or no data</c> where that sets it off too. An alarm of several metrics begins with its expression.
    /// </summary>
    public static string Alarm(this Synthesized template, string id)
    {
        var alarm = template.Alarms()[id];
        foreach (var actions in new[] { "AlarmActions", "OKActions", "InsufficientDataActions", "ActionsEnabled" })
        {
            alarm[actions].ShouldBeNull(actions);
        }

        var description = (string)alarm["AlarmDescription"]!;
        description.ShouldMatch(@"^\S.*\.\nRunbook: \S.+$", "what happened, and what to do");
        return Describe(alarm);
    }

    /// <summary>What an alarm watches and how it judges it, whatever it does then.</summary>
    public static string Describe(JsonNode alarm) =>
        $"{Watched(alarm)} {Comparison(alarm)} {alarm["Threshold"]} {Periods(alarm)}{Missing(alarm)}";

    /// <summary>The id of an alarm in its logical id, which ends in a hash.</summary>
    public static string Id(string logicalId) =>
        logicalId[(logicalId.LastIndexOf("Alarms", StringComparison.Ordinal) + "Alarms".Length)..^HashLength];

    /// <summary>What one metric of a metric query is: namespace, name, dimensions and what they point to, statistic/period.</summary>
    public static string Metric(JsonNode metricStat) => Metric(metricStat["Metric"]!, (string?)metricStat["Stat"], metricStat["Period"]);

    private static string Watched(JsonNode alarm)
    {
        if (alarm["Metrics"] is not JsonArray queries)
        {
            return Metric(alarm, (string?)alarm["Statistic"] ?? (string?)alarm["ExtendedStatistic"], alarm["Period"]);
        }

        var shown = queries.Single(query => query!["ReturnData"] is null)!;
        var metrics = queries.Where(query => query != shown).Select(query => $"{query!["Id"]} = {Metric(query["MetricStat"]!)}");
        return $"{shown["Expression"]} where {string.Join(", ", metrics)}";
    }

    private static string Metric(JsonNode metric, string? statistic, JsonNode? period) =>
        $"{metric["Namespace"]} {metric["MetricName"]} {Dimensions(metric)} {statistic}{(period is null ? string.Empty : $"/{period}")}";

    private static string Dimensions(JsonNode metric) => string.Join('+', metric["Dimensions"]!.AsArray()
        .Select(dimension => $"{dimension!["Name"]}={Value(dimension["Value"]!)}"));

    private static string Value(JsonNode value) => value switch
    {
        JsonValue text => (string)text!,
        _ when value["Ref"] is { } id => WithoutHash((string)id!),
        _ when value["Fn::GetAtt"] is { } attribute => $"{WithoutHash((string)attribute[0]!)}.{attribute[1]}",
        _ when value["Fn::Join"] is { } join => string.Join((string)join[0]!, join[1]!.AsArray().Select(part => Value(part!))),
        _ when value["Fn::Select"] is { } select => $"{Value(select[1]!["Fn::Split"]![1]!)}[{select[0]}]",
        _ => value.ToJsonString(),
    };

    private static string WithoutHash(string logicalId) => logicalId[..^HashLength];

    private static string Comparison(JsonNode alarm) => (string?)alarm["ComparisonOperator"] switch
    {
        "GreaterThanThreshold" => ">",
        "GreaterThanOrEqualToThreshold" => ">=",
        "LessThanThreshold" => "<",
        "LessThanOrEqualToThreshold" => "<=",
        var other => other!,
    };

    private static string Periods(JsonNode alarm)
    {
        var (needed, periods) = (alarm["DatapointsToAlarm"], (double)alarm["EvaluationPeriods"]!);
        return needed is null ? string.Create(CultureInfo.InvariantCulture, $"x{periods}") : string.Create(CultureInfo.InvariantCulture, $"{needed} of {periods}");
    }

    private static string Missing(JsonNode alarm) => (string?)alarm["TreatMissingData"] switch
    {
        "notBreaching" => string.Empty,
        "breaching" => " or no data",
        var other => $" missing: {other}",
    };
}
