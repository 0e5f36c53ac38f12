using System.Text.Json.Nodes;

namespace ServerlessPatterns.Tests.Crud;

/// <summary>The alarms that both kinds of API have alike.</summary>
internal static class CrudAlarmCases
{
    /// <summary>Id, namespace, metrics, dimensions, threshold, periods.</summary>
    public static TheoryData<string, string, string, string, double, double> OfTheBackend => new()
    {
        { "FunctionErrors", "AWS/Lambda", "Errors,Invocations", "FunctionName", 1, 1 },
        { "FunctionThrottles", "AWS/Lambda", "Throttles", "FunctionName", 0, 5 },
        { "FunctionDuration", "AWS/Lambda", "Duration", "FunctionName", 20000, 3 },
        { "TableThrottles", "AWS/DynamoDB", "ReadThrottleEvents,WriteThrottleEvents", "TableName", 0, 5 },
        { "TableSystemErrors", "AWS/DynamoDB", "SystemErrors,SystemErrors,SystemErrors,SystemErrors", "Operation+TableName", 0, 5 },
    };

    public static void ShouldWatch(
        this Synthesized template, string id, string metricNamespace, string metrics, string dimensions, double threshold, double periods)
    {
        var alarm = template.Properties("AWS::CloudWatch::Alarm", $"Alarms{id}");
        List<JsonNode> watched = alarm["Metrics"] is JsonArray several
            ? [.. several.Where(metric => metric!["MetricStat"] is not null).Select(metric => metric!["MetricStat"]!["Metric"]!)]
            : [alarm];

        watched.ShouldAllBe(metric => (string?)metric["Namespace"] == metricNamespace);
        string.Join(',', watched.Select(metric => (string?)metric["MetricName"])).ShouldBe(metrics);
        watched.ShouldAllBe(metric => string.Join('+', metric["Dimensions"]!.AsArray().Select(dimension => (string?)dimension!["Name"])) == dimensions);
        ((double?)alarm["Threshold"]).ShouldBe(threshold);
        ((double?)alarm["EvaluationPeriods"]).ShouldBe(periods);
        ((string?)alarm["TreatMissingData"]).ShouldBe("notBreaching");
        ((string?)alarm["AlarmDescription"])!.ShouldContain("\nRunbook: ");
    }
}
