using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using ServerlessPatterns.Tests.Crud;

namespace ServerlessPatterns.Tests.WebSockets;

public sealed class WebSocketBackendAlarmsTests
{
    private static readonly Synthesized Defaults = WebSocketTemplates.Make();

    [Theory]
    [InlineData("ApiErrors", "AWS/ApiGateway", "IntegrationError,ExecutionError,MessageCount,ConnectCount", "ApiId+Stage", 1, 1)]
    [InlineData("ApiLatency", "AWS/ApiGateway", "IntegrationLatency", "ApiId+Stage", 3000, 3)]
    [InlineData("FunctionErrors", "AWS/Lambda", "Errors,Invocations", "FunctionName", 1, 1)]
    [InlineData("FunctionThrottles", "AWS/Lambda", "Throttles", "FunctionName", 0, 5)]
    [InlineData("FunctionDuration", "AWS/Lambda", "Duration", "FunctionName", 20000, 3)]
    [InlineData("TableThrottles", "AWS/DynamoDB", "ReadThrottleEvents,WriteThrottleEvents", "TableName", 0, 5)]
    [InlineData("TableSystemErrors", "AWS/DynamoDB", "SystemErrors,SystemErrors,SystemErrors,SystemErrors,SystemErrors", "Operation+TableName", 0, 5)]
    public void Alarm_ByDefault_WatchesOneResourceByItsDimensions(
        string id, string metricNamespace, string metrics, string dimensions, double threshold, double periods) =>
        Defaults.ShouldWatch(id, metricNamespace, metrics, dimensions, threshold, periods);

    [Fact]
    public void Alarms_OfTheApi_AreOfThisStageAndOfAllItsMessages()
    {
        var metrics = Defaults.Properties("AWS::CloudWatch::Alarm", "AlarmsApiErrors")["Metrics"]!.AsArray();

        ((string?)metrics[0]!["Expression"]).ShouldBe(
            "IF(FILL(messages, 0) + FILL(connects, 0) > 0, 100 * (FILL(refused, 0) + FILL(failed, 0)) / (FILL(messages, 0) + FILL(connects, 0)), 0)");
        foreach (var metric in metrics.Skip(1).Select(metric => metric!["MetricStat"]!))
        {
            ((string?)metric["Stat"]).ShouldBe("Sum");
            ((double?)metric["Period"]).ShouldBe(300);
            metric["Metric"]!["Dimensions"]![0]!["Value"].Target().ShouldBe(Defaults.All("AWS::ApiGatewayV2::Api").Keys.Single());
            ((string?)metric["Metric"]!["Dimensions"]![1]!["Value"]).ShouldBe("prod");
        }
    }

    [Fact]
    public void Alarms_All_AreExposedOrNotMade() => Synthesized.Stack(stack =>
    {
        new WebSocketBackend(stack, "Chat").Alarms.Count.ShouldBe(7);
        new WebSocketBackend(stack, "Quiet", new() { Monitoring = MonitoringOptions.None }).Alarms.ShouldBeEmpty();
    }).All("AWS::CloudWatch::Alarm").Count.ShouldBe(7);

    [Fact]
    public void Metrics_All_AreThoseOfTheStage() => Synthesized.Stack(stack =>
    {
        var chat = new WebSocketBackend(stack, "Chat");
        Metric[] metrics =
        [
            chat.MetricConnections(), chat.MetricMessages(), chat.MetricClientErrors(), chat.MetricIntegrationErrors(),
            chat.MetricExecutionErrors(), chat.MetricIntegrationLatency(),
        ];
        metrics.Select(metric => $"{metric.MetricName} {metric.Statistic}").ShouldBe(
            ["ConnectCount Sum", "MessageCount Sum", "ClientError Sum", "IntegrationError Sum", "ExecutionError Sum", "IntegrationLatency p99"]);
        metrics.ShouldAllBe(metric => metric.Dimensions!.Keys.Order(StringComparer.Ordinal).SequenceEqual(new[] { "ApiId", "Stage" }));
        chat.MetricMessages(new MetricOptions { Statistic = "SampleCount", Period = Duration.Minutes(1) }).Statistic.ShouldBe("SampleCount");
    });
}
