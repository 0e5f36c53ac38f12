using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.DynamoDB;

namespace ServerlessPatterns;

/// <summary>The alarms of a DynamoDB table.</summary>
internal static class TableAlarms
{
    /// <param name="table">The table.</param>
    /// <param name="alarms">The pattern's alarms.</param>
    /// <param name="operations">The operations that the pattern uses: DynamoDB counts its own errors by operation only.</param>
    /// <param name="meanwhile">What becomes of the work while DynamoDB fails.</param>
    public static void Add(ITable table, PatternAlarms alarms, string[] operations, string meanwhile)
    {
        alarms.Add(
            "TableThrottles",
            new MathExpression(new MathExpressionProps
            {
                Expression = "FILL(reads, 0) + FILL(writes, 0)",
                Label = "throttled reads and writes",
                Period = Duration.Minutes(1),
                UsingMetrics = new Dictionary<string, IMetric>
                {
                    ["reads"] = Sum("ReadThrottleEvents", Dimensions(table)),
                    ["writes"] = Sum("WriteThrottleEvents", Dimensions(table)),
                },
            }),
            0,
            "DynamoDB throttled requests to the table for five minutes in a row.",
            "look for a hot key with Contributor Insights; an on-demand table doubles its peak within 30 minutes by itself.",
            periods: 5);

        var names = operations.Select(operation => char.ToLowerInvariant(operation[0]) + operation[1..]).ToArray();
        alarms.Add(
            "TableSystemErrors",
            new MathExpression(new MathExpressionProps
            {
                Expression = string.Join(" + ", names.Select(name => $"FILL({name}, 0)")),
                Label = "internal errors of DynamoDB",
                Period = Duration.Minutes(1),
                UsingMetrics = operations.Zip(names).ToDictionary(
                    pair => pair.Second,
                    IMetric (pair) => Sum("SystemErrors", Dimensions(table, pair.First)),
                    StringComparer.Ordinal),
            }),
            0,
            "DynamoDB answered requests to the table with internal errors for five minutes in a row.",
            $"look at the AWS Health Dashboard; {meanwhile}",
            periods: 5);
    }

    private static Dictionary<string, string> Dimensions(ITable table, string? operation = null)
    {
        var dimensions = new Dictionary<string, string>(StringComparer.Ordinal) { ["TableName"] = table.TableName };
        if (operation is not null)
        {
            dimensions["Operation"] = operation;
        }

        return dimensions;
    }

    private static Metric Sum(string name, Dictionary<string, string> dimensions) => new(new MetricProps
    {
        Namespace = "AWS/DynamoDB",
        MetricName = name,
        DimensionsMap = dimensions,
        Period = Duration.Minutes(1),
        Statistic = Stats.SUM,
    });
}
