using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Lambda;

namespace ServerlessPatterns.Tests.Streams;

public sealed class KinesisStreamProcessorOverrideTests : StreamOverrideCases
{
    [Fact]
    public void Stream_ShardsAndRetention_FollowTheProps()
    {
        var template = Make(new() { FunctionSettings = StreamCode.Settings, ShardCount = 3, RetentionPeriod = Duration.Days(7) });

        template.Properties("AWS::Kinesis::Stream").ShouldBeJson(
            """
            {
              "RetentionPeriodHours": 168,
              "ShardCount": 3,
              "StreamEncryption": {"EncryptionType": "KMS", "KeyId": "alias/aws/kinesis"},
              "StreamModeDetails": {"StreamMode": "PROVISIONED"}
            }
            """);
    }

    [Theory]
    [InlineData(24, false, "Each shard of the stream costs 10.95 USD a month in us-east-1 while nothing is written to it: the shard itself 10.95 USD.")]
    [InlineData(25, false, "Each shard of the stream costs 25.55 USD a month in us-east-1 while nothing is written to it: the shard itself 10.95 USD, more than 24 hours of retention 14.60 USD.")]
    [InlineData(24, true, "Each shard of the stream costs 21.90 USD a month in us-east-1 while nothing is written to it: the shard itself 10.95 USD, enhanced fan-out 10.95 USD.")]
    public void Annotations_OfAProvisionedStream_SayWhatAShardCosts(double hours, bool fanOut, string expected) =>
        Make(new()
        {
            FunctionSettings = StreamCode.Settings,
            ShardCount = 2,
            RetentionPeriod = Duration.Hours(hours),
            MaxRecordAge = Duration.Hours(12),
            EnhancedFanOut = fanOut,
        }).Annotations.Single().ShouldBe(expected);

    [Fact]
    public void EnhancedFanOut_On_MakesAConsumerThatTheMappingReads()
    {
        var template = Make(new() { FunctionSettings = StreamCode.Settings, EnhancedFanOut = true });

        var consumer = template.Properties("AWS::Kinesis::StreamConsumer");
        ((string?)consumer["ConsumerName"]).ShouldBe("Test-Clicks-4BEF580F");
        consumer["StreamARN"].Target().ShouldStartWith("ClicksStream");
        template.Properties("AWS::Lambda::EventSourceMapping")["EventSourceArn"]
            .ShouldBeJson($$"""{"Ref":"{{template.All("AWS::Kinesis::StreamConsumer").Keys.Single()}}"}""");
    }

    [Fact]
    public void Mapping_EverythingSet_FollowsTheProps()
    {
        var mapping = Make(new()
        {
            FunctionSettings = StreamCode.Settings,
            Filters = [EventFilter.FromJson("""{"data":{"kind":["order"]}}""")],
            StartingPosition = StartingPosition.AT_TIMESTAMP,
            StartingPositionTimestamp = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000),
            BatchSize = 500,
            MaxBatchingWindow = Duration.Seconds(5),
            ParallelizationFactor = 4,
            RetryAttempts = 0,
            MaxRecordAge = Duration.Days(7),
            RetentionPeriod = Duration.Days(8),
            BisectBatchOnError = false,
            ReportBatchItemFailures = false,
        }).Properties("AWS::Lambda::EventSourceMapping");

        mapping["FilterCriteria"].ShouldBeJson("""{"Filters":[{"Pattern":"{\"data\":{\"kind\":[\"order\"]}}"}]}""");
        ((string?)mapping["StartingPosition"]).ShouldBe("AT_TIMESTAMP");
        ((double?)mapping["StartingPositionTimestamp"]).ShouldBe(1_700_000_000);
        ((double?)mapping["BatchSize"]).ShouldBe(500);
        ((double?)mapping["MaximumBatchingWindowInSeconds"]).ShouldBe(5);
        ((double?)mapping["ParallelizationFactor"]).ShouldBe(4);
        ((double?)mapping["MaximumRetryAttempts"]).ShouldBe(0);
        ((double?)mapping["MaximumRecordAgeInSeconds"]).ShouldBe(604800);
        ((bool?)mapping["BisectBatchOnFunctionError"]).ShouldBe(false);
        mapping["FunctionResponseTypes"].ShouldBeNull();
    }

    [Fact]
    public void Mapping_TumblingWindow_FollowsTheProps() =>
        ((double?)Make(new() { FunctionSettings = StreamCode.Settings, TumblingWindow = Duration.Minutes(1) })
            .Properties("AWS::Lambda::EventSourceMapping")["TumblingWindowInSeconds"]).ShouldBe(60);

    [Fact]
    public void RetentionPeriod_NoLongerThanTheRecordAge_IsWarnedOf()
    {
        static Synthesized With(Duration age) => Make(new() { FunctionSettings = StreamCode.Settings, RetentionPeriod = Duration.Hours(24), MaxRecordAge = age });

        With(Duration.Hours(24)).Annotations.ShouldContain(text => text.Contains("drops records after 24 hours", StringComparison.Ordinal));
        With(Duration.Hours(23)).Annotations.ShouldNotContain(text => text.Contains("drops records", StringComparison.Ordinal));
    }

    private protected override Synthesized Make(FunctionSettings settings, Duration? failureExpiration = null, Func<Stack, IKey>? key = null) =>
        Synthesized.Stack(stack => new KinesisStreamProcessor(stack, "Clicks", new()
        {
            FunctionSettings = settings,
            FailureExpiration = failureExpiration,
            EncryptionKey = key?.Invoke(stack),
        }));

    private protected override JsonNode KeyOfTheSource(Synthesized template) => template.Properties("AWS::Kinesis::Stream")["StreamEncryption"]!["KeyId"]!;

    private static Synthesized Make(KinesisStreamProcessorProps props) =>
        Synthesized.Stack(stack => new KinesisStreamProcessor(stack, "Clicks", props));
}
