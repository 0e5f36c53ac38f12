using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using ServerlessPatterns.Tests.Monitoring;
using Stream = Amazon.CDK.AWS.Kinesis.Stream;

namespace ServerlessPatterns.Tests.Streams;

public sealed class KinesisStreamProcessorAlarmsTests : StreamAlarmsCases
{
    private static readonly Synthesized Template = Make(new() { FunctionSettings = StreamCode.Settings });

    private protected override int AlarmCount => 9;

    private protected override Synthesized Defaults => Template;

    [Theory]
    [MemberData(nameof(AlarmTexts.OfAFunction), "ClicksFunction", 48000, MemberType = typeof(AlarmTexts))]
    [MemberData(nameof(OfTheRecords), "ClicksFunction", "ClicksEventSource")]
    [InlineData("StreamIteratorAge", "AWS/Kinesis GetRecords.IteratorAgeMilliseconds StreamName=ClicksStream Maximum/60 > 3600000 x1")]
    [InlineData("StreamReadThrottles", "AWS/Kinesis ReadProvisionedThroughputExceeded StreamName=ClicksStream Sum/60 > 0 x5")]
    [InlineData("StreamWriteThrottles", "AWS/Kinesis WriteProvisionedThroughputExceeded StreamName=ClicksStream Sum/60 > 0 x5")]
    public void Alarm_ByDefault_WatchesOneResourceByItsDimensions(string id, string expected) => Template.Alarm(id).ShouldBe(expected);

    [Theory]
    [InlineData("StreamIteratorAge", "AWS/Kinesis SubscribeToShardEvent.MillisBehindLatest ConsumerName=Test-Clicks-4BEF580F+StreamName=ClicksStream Maximum/60 > 3600000 x1")]
    [InlineData("StreamReadThrottles", "AWS/Kinesis SubscribeToShard.RateExceeded ConsumerName=Test-Clicks-4BEF580F+StreamName=ClicksStream Sum/60 > 0 x5")]
    [InlineData("StreamWriteThrottles", "AWS/Kinesis WriteProvisionedThroughputExceeded StreamName=ClicksStream Sum/60 > 0 x5")]
    public void Alarm_WithEnhancedFanOut_WatchesTheConsumer(string id, string expected) =>
        Make(new() { FunctionSettings = StreamCode.Settings, EnhancedFanOut = true }).Alarm(id).ShouldBe(expected);

    [Fact]
    public void Alarm_OfAnImportedStream_HasItsName() => Synthesized.Stack(stack => new KinesisStreamProcessor(stack, "Clicks", new()
    {
        Stream = Stream.FromStreamArn(stack, "Given", "arn:aws:kinesis:us-east-1:123456789012:stream/clicks"),
        FunctionSettings = StreamCode.Settings,
    })).Alarm("StreamIteratorAge").ShouldContain(" StreamName=clicks ");

    [Fact]
    public void Metrics_OfTheProcessor_HaveTheirOwnDimensions() => Synthesized.Stack(stack =>
    {
        var clicks = new KinesisStreamProcessor(stack, "Clicks", new() { FunctionSettings = StreamCode.Settings });
        clicks.MetricIteratorAge().MetricName.ShouldBe("IteratorAge");
        clicks.MetricIteratorAge().Dimensions!.Keys.ShouldBe(["FunctionName"]);
        clicks.MetricFailedRecords().MetricName.ShouldBe("OnFailureDestinationDeliveredEventCount");
        clicks.MetricDroppedRecords().MetricName.ShouldBe("DroppedEventCount");
        clicks.MetricDroppedRecords().Dimensions!.Keys.ShouldBe(["EventSourceMappingUUID"]);
        clicks.MetricFailedRecords(new MetricOptions { Period = Duration.Hours(1) }).Period.ToHours().ShouldBe(1);
    });

    private protected override IReadOnlyList<Alarm> MakeAlarms(Stack stack, MonitoringOptions monitoring) =>
        new KinesisStreamProcessor(stack, "Clicks", new() { FunctionSettings = StreamCode.Settings, Monitoring = monitoring }).Alarms;

    private static Synthesized Make(KinesisStreamProcessorProps props) =>
        Synthesized.Stack(stack => new KinesisStreamProcessor(stack, "Clicks", props));
}
