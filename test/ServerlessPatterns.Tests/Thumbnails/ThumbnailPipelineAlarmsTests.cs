using System.Text.Json.Nodes;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.SNS;

namespace ServerlessPatterns.Tests.Thumbnails;

public sealed class ThumbnailPipelineAlarmsTests
{
    private static readonly Synthesized Defaults =
        Synthesized.Stack(stack => new ThumbnailPipeline(stack, "Thumbs"));

    [Theory]
    [InlineData("FunctionErrors", "AWS/Lambda", "Errors,Invocations", "FunctionName", "Sum 300 >", 1, 1)]
    [InlineData("FunctionThrottles", "AWS/Lambda", "Throttles", "FunctionName", "Sum 60 >", 0, 5)]
    [InlineData("FunctionDuration", "AWS/Lambda", "Duration", "FunctionName", "p99 300 >=", 48000, 3)]
    [InlineData("FunctionDeadLetters", "AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", "Maximum 60 >", 0, 1)]
    [InlineData("FunctionDroppedEvents", "AWS/Lambda", "DestinationDeliveryFailures", "FunctionName", "Sum 60 >", 0, 1)]
    [InlineData("RuleDeadLetters", "AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", "Maximum 60 >", 0, 1)]
    [InlineData("RuleDroppedEvents", "AWS/Events", "InvocationsFailedToBeSentToDlq", "RuleName", "Sum 60 >", 0, 1)]
    [InlineData("TableThrottles", "AWS/DynamoDB", "ReadThrottleEvents,WriteThrottleEvents", "TableName", "Sum 60 >", 0, 5)]
    [InlineData("TableSystemErrors", "AWS/DynamoDB", "SystemErrors", "Operation+TableName", "Sum 60 >", 0, 5)]
    public void Alarm_ByDefault_WatchesOneResourceByItsDimensions(
        string id, string metricNamespace, string metrics, string dimensions, string judged, double threshold, double periods)
    {
        var alarm = Defaults.Properties("AWS::CloudWatch::Alarm", $"Alarms{id}");

        var watched = Metrics(alarm);
        watched.ShouldAllBe(metric => (string?)metric["Namespace"] == metricNamespace);
        string.Join(',', watched.Select(metric => (string?)metric["MetricName"])).ShouldBe(metrics);
        watched.ShouldAllBe(metric => Names(metric) == dimensions);
        watched.ShouldAllBe(metric => Judged(alarm, metric) == judged);
        ((double?)alarm["Threshold"]).ShouldBe(threshold);
        ((double?)alarm["EvaluationPeriods"]).ShouldBe(periods);
        ((string?)alarm["TreatMissingData"]).ShouldBe("notBreaching");
        ((string?)alarm["AlarmDescription"])!.ShouldContain("\nRunbook: ");
        alarm["AlarmActions"].ShouldBeNull();
    }

    [Fact]
    public void Alarms_OfThePipeline_AreAllExposed() => Synthesized.Stack(stack =>
    {
        var thumbnails = new ThumbnailPipeline(stack, "Thumbs");
        thumbnails.Alarms.Count.ShouldBe(Defaults.All("AWS::CloudWatch::Alarm").Count);
    });

    [Fact]
    public void Monitoring_None_MakesNoAlarm() =>
        Make(new() { Monitoring = MonitoringOptions.None }).All("AWS::CloudWatch::Alarm").ShouldBeEmpty();

    [Fact]
    public void Monitoring_ActionsRunbookAndHook_ReachEveryAlarm()
    {
        var template = Synthesized.Stack(stack => new ThumbnailPipeline(stack, "Thumbs", new()
        {
            Monitoring = new()
            {
                AlarmActions = [new SnsAction(new Topic(stack, "OnCall"))],
                RunbookUrl = new Uri("https://wiki.example.com/thumbs"),
                ConfigureAlarm = (id, alarm) => alarm.Threshold = id == "FunctionErrors" ? 7 : alarm.Threshold,
            },
        }));

        foreach (var alarm in template.All("AWS::CloudWatch::Alarm").Values.Select(alarm => alarm["Properties"]!))
        {
            alarm["AlarmActions"]!.AsArray().Single().Target().ShouldStartWith("OnCall");
            ((string?)alarm["AlarmDescription"])!.ShouldContain("Runbook: https://wiki.example.com/thumbs#");
        }

        ((double?)template.Properties("AWS::CloudWatch::Alarm", "FunctionErrors")["Threshold"]).ShouldBe(7);
    }

    [Fact]
    public void Metrics_OfThePipeline_AreThoseOfItsFunction() => Synthesized.Stack(stack =>
    {
        var thumbnails = new ThumbnailPipeline(stack, "Thumbs");
        thumbnails.MetricInvocations().MetricName.ShouldBe("Invocations");
        thumbnails.MetricErrors().MetricName.ShouldBe("Errors");
        thumbnails.MetricDuration().MetricName.ShouldBe("Duration");
        thumbnails.MetricErrors().Dimensions!.Keys.ShouldBe(["FunctionName"]);
    });

    private static List<JsonNode> Metrics(JsonNode alarm) => alarm["Metrics"] is JsonArray metrics
        ? [.. metrics.Where(metric => metric!["MetricStat"] is not null).Select(metric => metric!["MetricStat"]!["Metric"]!)]
        : [alarm];

    private static string Judged(JsonNode alarm, JsonNode metric)
    {
        var held = alarm["Metrics"] is null ? alarm : metric.Parent!;
        var statistic = (string?)(held["Stat"] ?? held["Statistic"] ?? held["ExtendedStatistic"]);
        var comparison = (string?)alarm["ComparisonOperator"] == "GreaterThanThreshold" ? ">" : ">=";
        return $"{statistic} {held["Period"]} {comparison}";
    }

    private static string Names(JsonNode metric) =>
        string.Join('+', metric["Dimensions"]!.AsArray().Select(dimension => (string?)dimension!["Name"]));

    private static Synthesized Make(ThumbnailPipelineProps props) =>
        Synthesized.Stack(stack => new ThumbnailPipeline(stack, "Thumbs", props));
}
