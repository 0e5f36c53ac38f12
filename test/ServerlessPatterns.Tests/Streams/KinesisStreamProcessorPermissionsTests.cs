using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Kinesis;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;
using Stream = Amazon.CDK.AWS.Kinesis.Stream;

namespace ServerlessPatterns.Tests.Streams;

public sealed class KinesisStreamProcessorPermissionsTests
{
    private const string ReadStream = "kinesis:DescribeStream, kinesis:DescribeStreamSummary, kinesis:GetRecords, kinesis:GetShardIterator, kinesis:ListShards";

    [Fact]
    public void Role_ByDefault_HasExactlyWhatLambdaUses()
    {
        var template = Synthesized.Stack(stack => new KinesisStreamProcessor(stack, "Clicks", new() { FunctionSettings = StreamCode.Settings }));

        template.Properties("AWS::IAM::Role")["ManagedPolicyArns"].ShouldBeNull();
        StreamPermissionCases.Lines(template, "ClicksFunction").ShouldBe(
        [
            "logs:CreateLogStream, logs:PutLogEvents on ClicksFunctionLogGroup.Arn",
            "xray:PutTraceSegments, xray:PutTelemetryRecords on *",
            $"{ReadStream} on ClicksStream.Arn",
            "s3:PutObject on ClicksFailureBucket.Arn/aws/lambda/*",
            "s3:ListBucket on ClicksFailureBucket.Arn",
        ]);
    }

    [Fact]
    public void Role_WithEnhancedFanOut_MaySubscribeItsOwnConsumer() =>
        StreamPermissionCases.Lines(
            Synthesized.Stack(stack => new KinesisStreamProcessor(stack, "Clicks", new() { FunctionSettings = StreamCode.Settings, EnhancedFanOut = true })),
            "ClicksFunction").ShouldContain("kinesis:DescribeStreamConsumer, kinesis:SubscribeToShard on ClicksConsumer, ClicksStream.Arn");

    [Fact]
    public void Role_OneKeyForAll_IsAllowedItOnce() =>
        StreamPermissionCases.Lines(
            Synthesized.Stack(stack => new KinesisStreamProcessor(stack, "Clicks", new() { FunctionSettings = StreamCode.Settings, EncryptionKey = new Key(stack, "Key") })),
            "ClicksFunction").Where(line => line.StartsWith("kms:", StringComparison.Ordinal)).ShouldBe(["kms:Decrypt, kms:GenerateDataKey on Key.Arn"]);

    [Fact]
    public void Role_KeysOfGivenResources_AreAllowedEachForItsOwnUse() =>
        StreamPermissionCases.Lines(
            Synthesized.Stack(stack => new KinesisStreamProcessor(stack, "Clicks", new()
            {
                Stream = new Stream(stack, "Given", new StreamProps { EncryptionKey = new Key(stack, "StreamKey") }),
                FailureBucket = new Bucket(stack, "Failures", new BucketProps { EncryptionKey = new Key(stack, "FailureKey") }),
                FunctionSettings = StreamCode.Settings,
            })),
            "ClicksFunction").Where(line => line.StartsWith("kms:", StringComparison.Ordinal)).ShouldBe(["kms:Decrypt on StreamKey.Arn", "kms:GenerateDataKey on FailureKey.Arn"]);

    [Fact]
    public void Grants_ForAUser_NameActionsAndResources()
    {
        var template = Synthesized.Stack(stack =>
        {
            var clicks = new KinesisStreamProcessor(stack, "Clicks", new() { FunctionSettings = StreamCode.Settings, EncryptionKey = new Key(stack, "Key") });
            clicks.GrantWrite(new User(stack, "Writer"));
            clicks.GrantReplay(new User(stack, "Operator"));
        });

        StreamPermissionCases.Lines(template, "Writer").ShouldBe(
            ["kms:GenerateDataKey on Key.Arn", "kinesis:PutRecord, kinesis:PutRecords on ClicksStream.Arn"]);
        StreamPermissionCases.Lines(template, "Operator").ShouldBe(
        [
            "kms:Decrypt on Key.Arn",
            "s3:DeleteObject, s3:GetObject on ClicksFailureBucket.Arn/aws/lambda/*",
            "s3:ListBucket on ClicksFailureBucket.Arn",
            "lambda:InvokeFunction on ClicksFunction.Arn",
        ]);
    }
}
