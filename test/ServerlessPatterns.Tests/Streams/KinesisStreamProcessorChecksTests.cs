using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.S3;
using Stream = Amazon.CDK.AWS.Kinesis.Stream;

namespace ServerlessPatterns.Tests.Streams;

public sealed class KinesisStreamProcessorChecksTests
{
    private static readonly DateTimeOffset Past = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    public static TheoryData<string, string, KinesisStreamProcessorProps> Wrong => new()
    {
        { "SP2501", "BatchSize", new() { FunctionSettings = StreamCode.Settings, BatchSize = 0 } },
        { "SP2501", "BatchSize", new() { FunctionSettings = StreamCode.Settings, BatchSize = 10001 } },
        { "SP2502", "MaxBatchingWindow", new() { FunctionSettings = StreamCode.Settings, MaxBatchingWindow = Duration.Seconds(301) } },
        { "SP2503", "MaxRecordAge", new() { FunctionSettings = StreamCode.Settings, MaxRecordAge = Duration.Seconds(59) } },
        { "SP2503", "MaxRecordAge", new() { FunctionSettings = StreamCode.Settings, MaxRecordAge = Duration.Days(8) } },
        { "SP2504", "RetryAttempts", new() { FunctionSettings = StreamCode.Settings, RetryAttempts = -1 } },
        { "SP2504", "RetryAttempts", new() { FunctionSettings = StreamCode.Settings, RetryAttempts = 10001 } },
        { "SP2505", "ParallelizationFactor", new() { FunctionSettings = StreamCode.Settings, ParallelizationFactor = 11 } },
        { "SP2505", "ParallelizationFactor", new() { FunctionSettings = StreamCode.Settings, ParallelizationFactor = 0 } },
        { "SP2506", "TumblingWindow", new() { FunctionSettings = StreamCode.Settings, TumblingWindow = Duration.Seconds(901) } },
        { "SP2507", "TumblingWindow", new() { FunctionSettings = StreamCode.Settings, TumblingWindow = Duration.Seconds(60), ParallelizationFactor = 2 } },
        { "SP2508", "StartingPosition", new() { FunctionSettings = StreamCode.Settings, StartingPosition = (StartingPosition)9 } },
        { "SP2509", "StartingPositionTimestamp", new() { FunctionSettings = StreamCode.Settings, StartingPosition = StartingPosition.AT_TIMESTAMP } },
        { "SP2509", "StartingPositionTimestamp", new() { FunctionSettings = StreamCode.Settings, StartingPositionTimestamp = Past } },
        { "SP2509", "StartingPositionTimestamp", new() { FunctionSettings = StreamCode.Settings, StartingPosition = StartingPosition.AT_TIMESTAMP, StartingPositionTimestamp = DateTimeOffset.UtcNow.AddDays(1) } },
        { "SP2510", "ShardCount", new() { FunctionSettings = StreamCode.Settings, ShardCount = 0 } },
        { "SP2511", "RetentionPeriod", new() { FunctionSettings = StreamCode.Settings, RetentionPeriod = Duration.Hours(23) } },
        { "SP2511", "RetentionPeriod", new() { FunctionSettings = StreamCode.Settings, RetentionPeriod = Duration.Hours(8761) } },
        { "SP2513", "FailureExpiration", new() { FunctionSettings = StreamCode.Settings, FailureExpiration = Duration.Hours(36) } },
        { "SP2440", "Filters[0]", new() { FunctionSettings = StreamCode.Settings, Filters = [EventFilter.FromJson("""{"body":{"kind":["order"]}}""")] } },
        { "SP1012", "FunctionSettings.Code", new() },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void Constructor_OneWrongProp_SaysCodeAndProperty(string code, string property, KinesisStreamProcessorProps props)
    {
        var thrown = Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack => new KinesisStreamProcessor(stack, "Clicks", props)));

        var problem = thrown.Problems.Single();
        problem.Code.ShouldBe(code);
        problem.Property.ShouldBe(property);
        thrown.ConstructPath.ShouldBe("Test/Clicks");
    }

    [Fact]
    public void Constructor_SeveralWrongProps_SaysAllAtOnceBeforeAnythingIsMade()
    {
        Stack? made = null;
        var thrown = Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack =>
        {
            made = stack;
            new KinesisStreamProcessor(stack, "Clicks", new()
            {
                ShardCount = 1.5,
                RetentionPeriod = Duration.Minutes(90),
                BatchSize = 20000,
                MaxBatchingWindow = Duration.Minutes(6),
                ParallelizationFactor = 3,
                TumblingWindow = Duration.Minutes(1),
                RetryAttempts = 0.5,
                MaxRecordAge = Duration.Seconds(10),
                FailureExpiration = Duration.Hours(1),
                FunctionSettings = new() { Code = StreamCode.Code, MemorySize = 64 },
            });
        }));

        thrown.Message.ShouldBe(
            """
            KinesisStreamProcessor 'Test/Clicks' has 9 problems (docs/errors.md explains each code):
              SP2510 ShardCount: 1.5 was given; allowed: 1 to 2147483647 shards. Leave it out for a stream on demand.
              SP2511 RetentionPeriod: 1.5 hours was given; allowed: 24 to 8760 hours. Kinesis keeps records for a day at least and a year at most.
              SP2501 BatchSize: 20000 was given; allowed: 1 to 10000 records. Give a size that Lambda has.
              SP2502 MaxBatchingWindow: 360 seconds was given; allowed: 0 to 300 seconds. Lambda gathers records no longer.
              SP2504 RetryAttempts: 0.5 was given; allowed: 0 to 10000 attempts. A batch that is tried without end holds back all behind it.
              SP2503 MaxRecordAge: 10 seconds was given; allowed: 60 to 604800 seconds. Records that the stream drops first never reach the failure bucket.
              SP2507 TumblingWindow: a window with 3 batches of a shard at a time was given; allowed: a ParallelizationFactor of 1: the state of a window goes from batch to batch. Leave out one of the two.
              SP2513 FailureExpiration: 0.041666666666666664 days was given; allowed: 1 to 2147483647 days. S3 counts whole days; give time enough to mend a cause and replay.
              SP1001 FunctionSettings.MemorySize: 64 was given; allowed: 128 to 10240 MiB. Give a size that Lambda has.
            """,
            StringCompareShould.IgnoreLineEndings);
        made!.Node.FindAll().Length.ShouldBe(2, "the stack and the empty processor");
    }

    [Theory]
    [InlineData("ShardCount")]
    [InlineData("RetentionPeriod")]
    [InlineData("ConfigureStream")]
    [InlineData("FailureExpiration")]
    [InlineData("ConfigureFailureBucket")]
    public void Constructor_SettingBesideAGivenResource_IsRefused(string setting) =>
        Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack => new KinesisStreamProcessor(stack, "Clicks", new()
        {
            Stream = Stream.FromStreamArn(stack, "Stream", "arn:aws:kinesis:us-east-1:123456789012:stream/clicks"),
            FailureBucket = Bucket.FromBucketName(stack, "Failures", "failures"),
            FunctionSettings = StreamCode.Settings,
            ShardCount = setting == "ShardCount" ? 1 : null,
            RetentionPeriod = setting == "RetentionPeriod" ? Duration.Hours(24) : null,
            ConfigureStream = setting == "ConfigureStream" ? Nothing : null,
            FailureExpiration = setting == "FailureExpiration" ? Duration.Days(1) : null,
            ConfigureFailureBucket = setting == "ConfigureFailureBucket" ? Nothing : null,
        }))).Problems.Single().ShouldSatisfyAllConditions(
            problem => problem.Code.ShouldBe("SP2512"),
            problem => problem.Property.ShouldBe(setting));

    [Fact]
    public void Constructor_UnresolvedTokens_ReachTheTemplate()
    {
        var template = Synthesized.Stack(stack =>
        {
            var number = new CfnParameter(stack, "Number", new CfnParameterProps { Type = "Number" }).ValueAsNumber;
            new KinesisStreamProcessor(stack, "Clicks", new()
            {
                FunctionSettings = StreamCode.Settings,
                ShardCount = number,
                RetentionPeriod = Duration.Hours(number),
                BatchSize = number,
                MaxBatchingWindow = Duration.Seconds(number),
                ParallelizationFactor = number,
                RetryAttempts = number,
                MaxRecordAge = Duration.Seconds(number),
                FailureExpiration = Duration.Days(number),
            });
        });

        var mapping = template.Properties("AWS::Lambda::EventSourceMapping");
        foreach (var property in new[] { "BatchSize", "MaximumBatchingWindowInSeconds", "ParallelizationFactor", "MaximumRetryAttempts", "MaximumRecordAgeInSeconds" })
        {
            mapping[property].ShouldBeJson("""{"Ref":"Number"}""");
        }

        template.Properties("AWS::Kinesis::Stream")["RetentionPeriodHours"].ShouldBeJson("""{"Ref":"Number"}""");
        template.Properties("AWS::Kinesis::Stream")["ShardCount"].ShouldBeJson("""{"Ref":"Number"}""");
    }

    [Fact]
    public void Constructor_TokensInUnitsThatCannotBeConverted_SayWhichUnitWorks() =>
        Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack =>
        {
            var number = new CfnParameter(stack, "Number", new CfnParameterProps { Type = "Number" }).ValueAsNumber;
            new KinesisStreamProcessor(stack, "Clicks", new()
            {
                FunctionSettings = StreamCode.Settings,
                RetentionPeriod = Duration.Days(number),
                MaxRecordAge = Duration.Hours(number),
                FailureExpiration = Duration.Hours(number),
            });
        })).Problems.Select(problem => $"{problem.Code} {problem.Allowed}").ShouldBe(
            ["SP2511 Duration.Hours(...)", "SP2503 Duration.Seconds(...)", "SP2513 Duration.Days(...)"]);

    private static void Nothing(object props)
    {
    }
}
