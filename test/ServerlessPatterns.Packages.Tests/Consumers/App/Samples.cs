using Amazon.CDK.AWS.Lambda;
using ServerlessPatterns;

namespace Gallery;

/// <summary>In place of the gallery's: the same functions, as the user's own build left them in a folder beside cdk.json.</summary>
internal static class Samples
{
    private static readonly Dictionary<string, string> Handlers = new()
    {
        ["MinuteAggregates"] = "MinuteAggregates::MinuteAggregates.AggregateFunction::FunctionHandler",
        ["NightlyReport"] = "NightlyReport::NightlyReport.ReportFunction::FunctionHandler",
        ["OrderQueue"] = "OrderQueue::OrderQueue.OrderFunction::FunctionHandler",
        ["OrderTotals"] = "OrderTotals::OrderTotals.TotalsFunction::FunctionHandler",
    };

    public static FunctionCode Project(string folder) => Environment.GetEnvironmentVariable("PUBLISH_PROJECT") is { } project
        ? FunctionCode.FromProject(project)
        : FunctionCode.FromDirectory(
            Path.Combine("functions", folder), new Runtime("dotnet10", RuntimeFamily.DOTNET_CORE), Handlers[folder]);
}
