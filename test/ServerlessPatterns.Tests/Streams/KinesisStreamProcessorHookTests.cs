using Amazon.CDK;
using Amazon.CDK.AWS.Kinesis;
using Amazon.CDK.AWS.Lambda.EventSources;
using Amazon.CDK.AWS.SQS;

namespace ServerlessPatterns.Tests.Streams;

public sealed class KinesisStreamProcessorHookTests
{
    public static TheoryData<string, string, KinesisStreamProcessorProps> Broken => new()
    {
        { "SP2511", "ConfigureStream.RetentionPeriod", new() { ConfigureStream = stream => stream.RetentionPeriod = Duration.Hours(8761) } },
        { "SP2519", "ConfigureStream.ShardCount", new() { ConfigureStream = stream => stream.ShardCount = 2 } },
        { "SP2519", "ConfigureFailureBucket.EventBridgeEnabled", new() { ConfigureFailureBucket = bucket => bucket.EventBridgeEnabled = true } },
        { "SP2519", "ConfigureFailureBucket.AutoDeleteObjects", new() { ConfigureFailureBucket = bucket => bucket.AutoDeleteObjects = true } },
        { "SP2501", "ConfigureEventSource.BatchSize", new() { ConfigureEventSource = source => source.BatchSize = 10001 } },
        { "SP2503", "ConfigureEventSource.MaxRecordAge", new() { ConfigureEventSource = source => source.MaxRecordAge = Duration.Days(8) } },
        { "SP2507", "ConfigureEventSource.TumblingWindow", new() { ParallelizationFactor = 2, ConfigureEventSource = source => source.TumblingWindow = Duration.Minutes(1) } },
        { "SP2519", "ConfigureEventSource.StartingPosition", new() { ConfigureEventSource = source => source.StartingPosition = null } },
        { "SP2443", "ConfigureEventSource.EventSourceArn", new() { ConfigureEventSource = source => source.EventSourceArn = "arn:aws:kinesis:us-east-1:123456789012:stream/other" } },
        { "SP1002", "ConfigureFunction.Timeout", new() { ConfigureFunction = function => function.Timeout = Duration.Seconds(901) } },
    };

    [Theory]
    [MemberData(nameof(Broken), DisableDiscoveryEnumeration = true)]
    public void Hook_ThatBreaksThePattern_IsRefused(string code, string property, KinesisStreamProcessorProps props)
    {
        var problem = Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack => new KinesisStreamProcessor(stack, "Clicks", Complete(props))))
            .Problems.Single();

        problem.Code.ShouldBe(code);
        problem.Property.ShouldBe(property);
    }

    [Fact]
    public void ConfigureEventSource_AnotherFailureDestination_IsRefused() =>
        Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack => new KinesisStreamProcessor(stack, "Clicks", new()
        {
            FunctionSettings = StreamCode.Settings,
            ConfigureEventSource = source => source.OnFailure = new SqsDlq(new Queue(stack, "Other")),
        }))).Problems.Single().Property.ShouldBe("ConfigureEventSource.OnFailure");

    [Fact]
    public void Hooks_All_SeeTheDefaultsAndHaveTheLastWord()
    {
        var template = Synthesized.Stack(stack => new KinesisStreamProcessor(stack, "Clicks", new()
        {
            FunctionSettings = StreamCode.Settings,
            ConfigureStream = props =>
            {
                props.StreamMode.ShouldBe(StreamMode.ON_DEMAND);
                props.StreamName = "clicks";
            },
            ConfigureFailureBucket = props =>
            {
                props.LifecycleRules!.Length.ShouldBe(2);
                props.BucketName = "failures";
            },
            ConfigureEventSource = props =>
            {
                props.RetryAttempts.ShouldBe(10);
                props.RetryAttempts = 3;
                props.Enabled = false;
            },
            ConfigureFunction = props =>
            {
                props.MemorySize.ShouldBe(1024);
                props.FunctionName = "reader";
                props.Timeout = Duration.Seconds(90);
            },
        }));

        ((string?)template.Properties("AWS::Kinesis::Stream")["Name"]).ShouldBe("clicks");
        ((string?)template.Properties("AWS::S3::Bucket")["BucketName"]).ShouldBe("failures");
        ((double?)template.Properties("AWS::Lambda::EventSourceMapping")["MaximumRetryAttempts"]).ShouldBe(3);
        ((bool?)template.Properties("AWS::Lambda::EventSourceMapping")["Enabled"]).ShouldBe(false);
        ((string?)template.Properties("AWS::Lambda::Function")["FunctionName"]).ShouldBe("reader");
        ((string?)template.Properties("AWS::Lambda::Function")["Environment"]!["Variables"]!["FUNCTION_TIMEOUT_SECONDS"]).ShouldBe("90");
    }

    [Fact]
    public void ConfigureStream_WithoutARetentionPeriod_IsWarnedOf() =>
        Synthesized.Stack(stack => new KinesisStreamProcessor(stack, "Clicks", new()
        {
            FunctionSettings = StreamCode.Settings,
            ConfigureStream = props => props.RetentionPeriod = null,
        })).Annotations.ShouldContain(text => text.Contains("drops records after 24 hours", StringComparison.Ordinal));

    [Fact]
    public void ConfigureEventSource_AnAgeInPlaceOfAToken_HasTheLastWord()
    {
        var template = Synthesized.Stack(stack => new KinesisStreamProcessor(stack, "Clicks", new()
        {
            FunctionSettings = StreamCode.Settings,
            MaxRecordAge = Duration.Seconds(new CfnParameter(stack, "Age", new CfnParameterProps { Type = "Number" }).ValueAsNumber),
            ConfigureEventSource = props => props.MaxRecordAge = Duration.Hours(1),
        }));

        ((double?)template.Properties("AWS::Lambda::EventSourceMapping")["MaximumRecordAgeInSeconds"]).ShouldBe(3600);
    }

    private static KinesisStreamProcessorProps Complete(KinesisStreamProcessorProps props) => new()
    {
        FunctionSettings = StreamCode.Settings,
        ParallelizationFactor = props.ParallelizationFactor,
        ConfigureStream = props.ConfigureStream,
        ConfigureFailureBucket = props.ConfigureFailureBucket,
        ConfigureEventSource = props.ConfigureEventSource,
        ConfigureFunction = props.ConfigureFunction,
    };
}
