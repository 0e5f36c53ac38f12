using Amazon.CDK;

namespace ServerlessPatterns.Tests.Streams;

public sealed class KinesisStreamProcessorDefaultsTests
{
    private static readonly Synthesized Defaults =
        Synthesized.Stack(stack => new KinesisStreamProcessor(stack, "Clicks", new() { FunctionSettings = StreamCode.Settings }));

    [Fact]
    public void Stream_ByDefault_IsOnDemandEncryptedAndKept()
    {
        var stream = Defaults.Single("AWS::Kinesis::Stream");
        ((string?)stream["DeletionPolicy"]).ShouldBe("RetainExceptOnCreate");
        ((string?)stream["UpdateReplacePolicy"]).ShouldBe("Retain");
        stream["Properties"].ShouldBeJson(
            """
            {
              "RetentionPeriodHours": 48,
              "StreamEncryption": {"EncryptionType": "KMS", "KeyId": "alias/aws/kinesis"},
              "StreamModeDetails": {"StreamMode": "ON_DEMAND"}
            }
            """);
        Defaults.All("AWS::Kinesis::StreamConsumer").ShouldBeEmpty();
    }

    [Fact]
    public void FailureBucket_ByDefault_IsPrivateEncryptedAndExpires() => StreamDefaultCases.FailureBucketIsClosedAndExpires(Defaults);

    [Fact]
    public void Mapping_ByDefault_TriesTenTimesWithinADayThenPutsTheBatchIntoTheBucket() => StreamDefaultCases.MappingIs(Defaults, "ClicksStream");

    [Fact]
    public void Function_ByDefault_IsPolledAndHasNoQueue() => StreamDefaultCases.FunctionIs(Defaults);

    [Fact]
    public void Annotations_ByDefault_SayWhatTheStreamCosts() =>
        Defaults.Annotations.Single().ShouldBe("A stream on demand costs 29.20 USD a month in us-east-1 while nothing is written to it.");

    [Fact]
    public void RemovalPolicy_Destroy_ReachesEveryStatefulResource()
    {
        var template = Synthesized.Stack(stack => new KinesisStreamProcessor(stack, "Clicks", new()
        {
            FunctionSettings = StreamCode.Settings,
            RemovalPolicy = RemovalPolicy.DESTROY,
        }));

        string[] stateful = ["AWS::S3::Bucket", "AWS::Kinesis::Stream", "AWS::Logs::LogGroup"];
        foreach (var type in stateful)
        {
            ((string?)template.Single(type)["DeletionPolicy"]).ShouldBe("Delete", type);
        }
    }
}
