using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;

namespace ServerlessPatterns.Tests.Crud;

public sealed class CrudHttpApiAlarmsTests
{
    private static readonly Synthesized Defaults =
        Synthesized.Stack(stack => new CrudHttpApi(stack, "Orders", new() { ResourceName = "orders" }));

    [Theory]
    [MemberData(nameof(CrudAlarmCases.OfTheBackend), MemberType = typeof(CrudAlarmCases))]
    [InlineData("ApiErrors", "AWS/ApiGateway", "5xx,Count", "ApiId+Stage", 1, 1)]
    [InlineData("ApiLatency", "AWS/ApiGateway", "Latency", "ApiId+Stage", 3000, 3)]
    public void Alarm_ByDefault_WatchesOneResourceByItsDimensions(
        string id, string metricNamespace, string metrics, string dimensions, double threshold, double periods) =>
        Defaults.ShouldWatch(id, metricNamespace, metrics, dimensions, threshold, periods);

    [Fact]
    public void Alarms_All_AreExposedOrNotMade() => Synthesized.Stack(stack =>
    {
        new CrudHttpApi(stack, "Orders", new() { ResourceName = "orders" }).Alarms.Count.ShouldBe(7);
        new CrudHttpApi(stack, "Quiet", new() { ResourceName = "orders", Monitoring = MonitoringOptions.None }).Alarms.ShouldBeEmpty();
    }).All("AWS::CloudWatch::Alarm").Count.ShouldBe(7);

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
}
