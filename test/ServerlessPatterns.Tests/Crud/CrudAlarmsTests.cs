using System.Text.Json.Nodes;
using Amazon.CDK;

namespace ServerlessPatterns.Tests.Crud;

public sealed class CrudAlarmsTests
{
    private static readonly Synthesized Rest =
        Synthesized.Stack(stack => new CrudRestApi(stack, "Orders", new() { ResourceName = "orders" }));

    private static readonly Synthesized Http =
        Synthesized.Stack(stack => new CrudHttpApi(stack, "Orders", new() { ResourceName = "orders" }));

    [Theory]
    [InlineData("FunctionErrors", "AWS/Lambda", "Errors,Invocations", "FunctionName", 1, 1)]
    [InlineData("FunctionThrottles", "AWS/Lambda", "Throttles", "FunctionName", 0, 5)]
    [InlineData("FunctionDuration", "AWS/Lambda", "Duration", "FunctionName", 20000, 3)]
    [InlineData("TableThrottles", "AWS/DynamoDB", "ReadThrottleEvents,WriteThrottleEvents", "TableName", 0, 5)]
    [InlineData("TableSystemErrors", "AWS/DynamoDB", "SystemErrors,SystemErrors,SystemErrors,SystemErrors", "Operation+TableName", 0, 5)]
    public void Alarm_OfTheBackend_IsTheSameForBoth(string id, string metricNamespace, string metrics, string dimensions, double threshold, double periods)
    {
        ShouldWatch(Rest, id, metricNamespace, metrics, dimensions, threshold, periods);
        ShouldWatch(Http, id, metricNamespace, metrics, dimensions, threshold, periods);
    }

    [Fact]
    public void Alarms_OfARestApi_WatchOneStage()
    {
        ShouldWatch(Rest, "ApiErrors", "AWS/ApiGateway", "5XXError,Count", "ApiName+Stage", 1, 1);
        ShouldWatch(Rest, "ApiLatency", "AWS/ApiGateway", "Latency", "ApiName+Stage", 3000, 3);
    }

    [Fact]
    public void Alarms_OfAnHttpApi_WatchOneStage()
    {
        ShouldWatch(Http, "ApiErrors", "AWS/ApiGateway", "5xx,Count", "ApiId+Stage", 1, 1);
        ShouldWatch(Http, "ApiLatency", "AWS/ApiGateway", "Latency", "ApiId+Stage", 3000, 3);
    }

    [Fact]
    public void Alarms_OfBoth_AreAllExposedAndSevenEach() => Synthesized.Stack(stack =>
    {
        new CrudRestApi(stack, "Rest", new() { ResourceName = "orders" }).Alarms.Count.ShouldBe(7);
        new CrudHttpApi(stack, "Http", new() { ResourceName = "orders" }).Alarms.Count.ShouldBe(7);
        new CrudHttpApi(stack, "Quiet", new() { ResourceName = "orders", Monitoring = MonitoringOptions.None }).Alarms.ShouldBeEmpty();
    });

    [Fact]
    public void Metrics_OfBoth_HaveTheDimensionsOfTheirStage() => Synthesized.Stack(stack =>
    {
        var rest = new CrudRestApi(stack, "Rest", new() { ResourceName = "orders" });
        rest.MetricRequests().MetricName.ShouldBe("Count");
        rest.MetricClientErrors().MetricName.ShouldBe("4XXError");
        rest.MetricServerErrors().MetricName.ShouldBe("5XXError");
        rest.MetricLatency(new Amazon.CDK.AWS.CloudWatch.MetricOptions { Statistic = "p50" }).Statistic.ShouldBe("p50");
        rest.MetricLatency().Dimensions!.Keys.ShouldBe(["ApiName", "Stage"], ignoreOrder: true);

        var http = new CrudHttpApi(stack, "Http", new() { ResourceName = "orders" });
        http.MetricRequests().MetricName.ShouldBe("Count");
        http.MetricClientErrors().MetricName.ShouldBe("4xx");
        http.MetricServerErrors().MetricName.ShouldBe("5xx");
        http.MetricLatency().Dimensions!.Keys.ShouldBe(["ApiId", "Stage"], ignoreOrder: true);
        http.MetricLatency(new Amazon.CDK.AWS.CloudWatch.MetricOptions { Period = Duration.Minutes(1) }).Period.ToMinutes().ShouldBe(1);
    });

    private static void ShouldWatch(
        Synthesized template, string id, string metricNamespace, string metrics, string dimensions, double threshold, double periods)
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
