using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using ServerlessPatterns.Tests.Monitoring;

namespace ServerlessPatterns.Tests.Crud;

public sealed class CrudHttpApiAlarmsTests : PatternAlarmsCases
{
    private const string OfTheStage = "ApiId=OrdersApi+Stage=$default";
    private static readonly Synthesized Defaults =
        Synthesized.Stack(stack => new CrudHttpApi(stack, "Orders", new() { ResourceName = "orders" }));

    private protected override int AlarmCount => 7;

    [Theory]
    [MemberData(nameof(AlarmTexts.OfAFunction), "OrdersFunction", 20000, MemberType = typeof(AlarmTexts))]
    [MemberData(nameof(AlarmTexts.OfATable), "OrdersTable", new[] { "DeleteItem", "GetItem", "PutItem", "Scan" }, MemberType = typeof(AlarmTexts))]
    [InlineData("ApiErrors", $"IF(requests > 0, 100 * errors / requests, 0) where errors = AWS/ApiGateway 5xx {OfTheStage} Sum/300, requests = AWS/ApiGateway Count {OfTheStage} SampleCount/300 > 1 x1")]
    [InlineData("ApiLatency", $"AWS/ApiGateway Latency {OfTheStage} p99/300 >= 3000 x3")]
    public void Alarm_ByDefault_WatchesOneResourceByItsDimensions(string id, string expected) => Defaults.Alarm(id).ShouldBe(expected);

    [Fact]
    public void Metrics_All_AreThoseOfTheStage() => Synthesized.Stack(stack =>
    {
        var api = new CrudHttpApi(stack, "Orders", new() { ResourceName = "orders" });
        api.MetricRequests().MetricName.ShouldBe("Count");
        api.MetricClientErrors().MetricName.ShouldBe("4xx");
        api.MetricServerErrors().MetricName.ShouldBe("5xx");
        api.MetricLatency().Dimensions!.Keys.ShouldBe(["ApiId", "Stage"], ignoreOrder: true);
        api.MetricLatency().Statistic.ShouldBe("p99");
        api.MetricLatency(new MetricOptions { Statistic = "p50", Period = Duration.Minutes(1) }).Statistic.ShouldBe("p50");
    });

    private protected override IReadOnlyList<Alarm> MakeAlarms(Stack stack, MonitoringOptions monitoring) =>
        new CrudHttpApi(stack, "Orders", new() { ResourceName = "orders", Monitoring = monitoring }).Alarms;
}
