using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.SNS;
using Stream = Amazon.CDK.AWS.Kinesis.Stream;

namespace ServerlessPatterns.Tests.Streams;

public sealed class KinesisStreamProcessorAlarmsTests
{
    private static readonly Synthesized Defaults = Make(new() { FunctionSettings = StreamCode.Settings });

    [Theory]
    [InlineData("FunctionErrors", "AWS/Lambda Errors FunctionName=ClicksFunction Sum/300 + AWS/Lambda Invocations FunctionName=ClicksFunction Sum/300 > 1 x1")]
    [InlineData("FunctionThrottles", "AWS/Lambda Throttles FunctionName=ClicksFunction Sum/60 > 0 x5")]
    [InlineData("FunctionDuration", "AWS/Lambda Duration FunctionName=ClicksFunction p99/300 >= 48000 x3")]
    [InlineData("IteratorAge", "AWS/Lambda IteratorAge FunctionName=ClicksFunction Maximum/60 > 3600000 x1")]
    [InlineData("FailedRecords", "AWS/Lambda OnFailureDestinationDeliveredEventCount EventSourceMappingUUID=ClicksEventSource Sum/60 > 0 x1")]
    [InlineData("DroppedRecords", "AWS/Lambda DroppedEventCount EventSourceMappingUUID=ClicksEventSource Sum/60 > 0 x1")]
    [InlineData("StreamIteratorAge", "AWS/Kinesis GetRecords.IteratorAgeMilliseconds StreamName=ClicksStream Maximum/60 > 3600000 x1")]
    [InlineData("StreamReadThrottles", "AWS/Kinesis ReadProvisionedThroughputExceeded StreamName=ClicksStream Sum/60 > 0 x5")]
    [InlineData("StreamWriteThrottles", "AWS/Kinesis WriteProvisionedThroughputExceeded StreamName=ClicksStream Sum/60 > 0 x5")]
    public void Alarm_ByDefault_WatchesOneResourceByItsDimensions(string id, string expected) =>
        StreamAlarmCases.Describe(Defaults, id).ShouldBe(expected);

    [Theory]
    [InlineData("StreamIteratorAge", "AWS/Kinesis SubscribeToShardEvent.MillisBehindLatest ConsumerName=Test-Clicks-4BEF580F,StreamName=ClicksStream Maximum/60 > 3600000 x1")]
    [InlineData("StreamReadThrottles", "AWS/Kinesis SubscribeToShard.RateExceeded ConsumerName=Test-Clicks-4BEF580F,StreamName=ClicksStream Sum/60 > 0 x5")]
    [InlineData("StreamWriteThrottles", "AWS/Kinesis WriteProvisionedThroughputExceeded StreamName=ClicksStream Sum/60 > 0 x5")]
    public void Alarm_WithEnhancedFanOut_WatchesTheConsumer(string id, string expected) =>
        StreamAlarmCases.Describe(Make(new() { FunctionSettings = StreamCode.Settings, EnhancedFanOut = true }), id).ShouldBe(expected);

    [Fact]
    public void Alarm_OfAnImportedStream_HasItsName() =>
        StreamAlarmCases.Describe(
            Synthesized.Stack(stack => new KinesisStreamProcessor(stack, "Clicks", new()
            {
                Stream = Stream.FromStreamArn(stack, "Given", "arn:aws:kinesis:us-east-1:123456789012:stream/clicks"),
                FunctionSettings = StreamCode.Settings,
            })),
            "StreamIteratorAge").ShouldContain(" StreamName=clicks ");

    [Fact]
    public void Alarms_OfTheProcessor_AreAllExposed() => Synthesized.Stack(stack =>
        new KinesisStreamProcessor(stack, "Clicks", new() { FunctionSettings = StreamCode.Settings })
            .Alarms.Count.ShouldBe(Defaults.All("AWS::CloudWatch::Alarm").Count));

    [Fact]
    public void Mapping_ByDefault_PublishesTheMetricsOfItsAlarms() =>
        Defaults.Properties("AWS::Lambda::EventSourceMapping")["MetricsConfig"].ShouldBeJson("""{"Metrics":["EventCount"]}""");

    [Fact]
    public void Monitoring_None_MakesNoAlarm() =>
        Make(new() { FunctionSettings = StreamCode.Settings, Monitoring = MonitoringOptions.None }).All("AWS::CloudWatch::Alarm").ShouldBeEmpty();

    [Fact]
    public void Monitoring_ActionsRunbookAndHook_ReachEveryAlarm()
    {
        var template = Synthesized.Stack(stack => new KinesisStreamProcessor(stack, "Clicks", new()
        {
            FunctionSettings = StreamCode.Settings,
            Monitoring = new()
            {
                AlarmActions = [new SnsAction(new Topic(stack, "OnCall"))],
                RunbookUrl = new Uri("https://wiki.example.com/clicks"),
                ConfigureAlarm = (id, alarm) => alarm.Threshold = id == "IteratorAge" ? 60000 : alarm.Threshold,
            },
        }));

        foreach (var alarm in template.All("AWS::CloudWatch::Alarm").Values.Select(alarm => alarm["Properties"]!))
        {
            alarm["AlarmActions"]!.AsArray().Single().Target().ShouldStartWith("OnCall");
            ((string?)alarm["AlarmDescription"])!.ShouldContain("Runbook: https://wiki.example.com/clicks#");
        }

        ((double?)template.Properties("AWS::CloudWatch::Alarm", "AlarmsIteratorAge")["Threshold"]).ShouldBe(60000);
    }

    [Fact]
    public void Metrics_OfTheProcessor_HaveTheirOwnDimensions() => Synthesized.Stack(stack =>
    {
        var clicks = new KinesisStreamProcessor(stack, "Clicks", new() { FunctionSettings = StreamCode.Settings });
        clicks.MetricIteratorAge().MetricName.ShouldBe("IteratorAge");
        clicks.MetricIteratorAge().Dimensions!.Keys.ShouldBe(["FunctionName"]);
        clicks.MetricFailedRecords().MetricName.ShouldBe("OnFailureDestinationDeliveredEventCount");
        clicks.MetricDroppedRecords().MetricName.ShouldBe("DroppedEventCount");
        clicks.MetricDroppedRecords().Dimensions!.Keys.ShouldBe(["EventSourceMappingUUID"]);
        clicks.MetricFailedRecords(new Amazon.CDK.AWS.CloudWatch.MetricOptions { Period = Duration.Hours(1) }).Period.ToHours().ShouldBe(1);
    });

    private static Synthesized Make(KinesisStreamProcessorProps props) =>
        Synthesized.Stack(stack => new KinesisStreamProcessor(stack, "Clicks", props));
}
