using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using ServerlessPatterns.Tests.Monitoring;

namespace ServerlessPatterns.Tests.WebSockets;

public sealed class WebSocketBackendAlarmsTests : PatternAlarmsCases
{
    private const string OfTheStage = "ApiId=ChatApi+Stage=prod";
    private static readonly Synthesized Defaults = WebSocketTemplates.Make();

    private protected override int AlarmCount => 7;

    [Theory]
    [MemberData(nameof(AlarmTexts.OfAFunction), "ChatFunction", 20000, MemberType = typeof(AlarmTexts))]
    [MemberData(nameof(AlarmTexts.OfATable), "ChatTable", new[] { "DeleteItem", "GetItem", "Query", "TransactWriteItems", "UpdateItem" }, MemberType = typeof(AlarmTexts))]
    [InlineData(
        "ApiErrors",
        "IF(FILL(messages, 0) + FILL(connects, 0) > 0, 100 * (FILL(refused, 0) + FILL(failed, 0)) / (FILL(messages, 0) + FILL(connects, 0)), 0)"
        + $" where refused = AWS/ApiGateway IntegrationError {OfTheStage} Sum/300, failed = AWS/ApiGateway ExecutionError {OfTheStage} Sum/300"
        + $", messages = AWS/ApiGateway MessageCount {OfTheStage} Sum/300, connects = AWS/ApiGateway ConnectCount {OfTheStage} Sum/300 > 1 x1")]
    [InlineData("ApiLatency", $"AWS/ApiGateway IntegrationLatency {OfTheStage} p99/300 >= 3000 x3")]
    public void Alarm_ByDefault_WatchesOneResourceByItsDimensions(string id, string expected) => Defaults.Alarm(id).ShouldBe(expected);

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

    private protected override IReadOnlyList<Alarm> MakeAlarms(Stack stack, MonitoringOptions monitoring) =>
        new WebSocketBackend(stack, "Chat", new() { Monitoring = monitoring }).Alarms;
}
