using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;

namespace ServerlessPatterns.Tests.Streams;

public sealed class TableStreamProcessorPermissionsTests
{
    [Fact]
    public void Role_ByDefault_HasExactlyWhatLambdaUses()
    {
        var template = Synthesized.Stack(stack => new TableStreamProcessor(stack, "Orders", new() { FunctionSettings = StreamCode.Settings }));

        template.Properties("AWS::IAM::Role")["ManagedPolicyArns"].ShouldBeNull();
        StreamPermissionCases.Lines(template, "OrdersFunction").ShouldBe(
        [
            "logs:CreateLogStream, logs:PutLogEvents on OrdersFunctionLogGroup.Arn",
            "xray:PutTraceSegments, xray:PutTelemetryRecords on *",
            "dynamodb:DescribeStream, dynamodb:GetRecords, dynamodb:GetShardIterator on OrdersTable.StreamArn",
            "dynamodb:ListStreams on OrdersTable.Arn/stream/*",
            "s3:PutObject on OrdersFailureBucket.Arn/aws/lambda/*",
            "s3:ListBucket on OrdersFailureBucket.Arn",
        ]);
    }

    [Fact]
    public void Role_OneKeyForAll_IsAllowedItOnce() =>
        StreamPermissionCases.Lines(
            Synthesized.Stack(stack => new TableStreamProcessor(stack, "Orders", new() { FunctionSettings = StreamCode.Settings, EncryptionKey = new Key(stack, "Key") })),
            "OrdersFunction").Where(line => line.StartsWith("kms:", StringComparison.Ordinal)).ShouldBe(["kms:Decrypt, kms:DescribeKey, kms:GenerateDataKey on Key.Arn"]);

    [Fact]
    public void Role_KeysOfGivenResources_AreAllowedEachForItsOwnUse() =>
        StreamPermissionCases.Lines(
            Synthesized.Stack(stack => new TableStreamProcessor(stack, "Orders", new()
            {
                Table = new Table(stack, "Given", new TableProps
                {
                    PartitionKey = new Amazon.CDK.AWS.DynamoDB.Attribute { Name = "id", Type = AttributeType.STRING },
                    Stream = StreamViewType.KEYS_ONLY,
                    EncryptionKey = new Key(stack, "TableKey"),
                }),
                FailureBucket = new Bucket(stack, "Failures", new BucketProps { EncryptionKey = new Key(stack, "FailureKey") }),
                FunctionSettings = StreamCode.Settings,
            })),
            "OrdersFunction").Where(line => line.StartsWith("kms:", StringComparison.Ordinal))
            .ShouldBe(["kms:Decrypt, kms:DescribeKey on TableKey.Arn", "kms:GenerateDataKey on FailureKey.Arn"]);

    [Fact]
    public void GrantReplay_ForAUser_NamesActionsAndResources()
    {
        var template = Synthesized.Stack(stack =>
            new TableStreamProcessor(stack, "Orders", new() { FunctionSettings = StreamCode.Settings }).GrantReplay(new User(stack, "Operator")));

        StreamPermissionCases.Lines(template, "Operator").ShouldBe(
        [
            "s3:DeleteObject, s3:GetObject on OrdersFailureBucket.Arn/aws/lambda/*",
            "s3:ListBucket on OrdersFailureBucket.Arn",
            "lambda:InvokeFunction on OrdersFunction.Arn",
        ]);
    }
}
