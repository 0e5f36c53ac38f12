using Amazon.CDK;

namespace ServerlessPatterns.Tests.Streams;

public sealed class KinesisStreamProcessorDefaultsTests : StreamDefaultsCases
{
    private static readonly Synthesized Template =
        Synthesized.Stack(stack => new KinesisStreamProcessor(stack, "Clicks", new() { FunctionSettings = StreamCode.Settings }));

    private protected override Synthesized Defaults => Template;

    private protected override string SourceType => "AWS::Kinesis::Stream";

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
    public void Annotations_ByDefault_SayWhatTheStreamCosts() =>
        Defaults.Annotations.Single().ShouldBe("A stream on demand costs 29.20 USD a month in us-east-1 while nothing is written to it.");

    private protected override Synthesized Make(RemovalPolicy removalPolicy) => Synthesized.Stack(stack =>
        new KinesisStreamProcessor(stack, "Clicks", new() { FunctionSettings = StreamCode.Settings, RemovalPolicy = removalPolicy }));
}
