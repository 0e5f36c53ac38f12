using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Lambda;

namespace ServerlessPatterns.Tests.Streams;

public sealed class TableStreamProcessorOverrideTests
{
    [Fact]
    public void Table_EverythingSet_FollowsTheProps()
    {
        var table = Make(new()
        {
            FunctionSettings = StreamCode.Settings,
            PartitionKeyName = "order",
            PartitionKeyType = AttributeType.NUMBER,
            SortKeyName = "line",
            SortKeyType = AttributeType.BINARY,
            StreamViewType = StreamViewType.KEYS_ONLY,
            TimeToLiveAttribute = "expiresAt",
            TableDeletionProtection = true,
        }).Properties("AWS::DynamoDB::Table");

        table.ShouldBeJson(
            """
            {
              "AttributeDefinitions": [{"AttributeName": "order", "AttributeType": "N"}, {"AttributeName": "line", "AttributeType": "B"}],
              "BillingMode": "PAY_PER_REQUEST",
              "DeletionProtectionEnabled": true,
              "KeySchema": [{"AttributeName": "order", "KeyType": "HASH"}, {"AttributeName": "line", "KeyType": "RANGE"}],
              "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true},
              "SSESpecification": {"SSEEnabled": false},
              "StreamSpecification": {"StreamViewType": "KEYS_ONLY"},
              "TimeToLiveSpecification": {"AttributeName": "expiresAt", "Enabled": true}
            }
            """);
    }

    [Fact]
    public void Mapping_EverythingSet_FollowsTheProps()
    {
        var mapping = Make(new()
        {
            FunctionSettings = StreamCode.Settings,
            Filters = [EventFilter.FromJson("""{"eventName":["INSERT"]}"""), EventFilter.FromJson("""{"dynamodb":{"NewImage":{"state":{"S":["paid"]}}}}""")],
            StartingPosition = StartingPosition.LATEST,
            BatchSize = 10,
            MaxBatchingWindow = Duration.Minutes(5),
            TumblingWindow = Duration.Minutes(15),
            RetryAttempts = 10000,
            MaxRecordAge = Duration.Seconds(60),
            BisectBatchOnError = false,
            ReportBatchItemFailures = false,
        }).Properties("AWS::Lambda::EventSourceMapping");

        mapping["FilterCriteria"]!["Filters"]!.AsArray().Count.ShouldBe(2);
        ((string?)mapping["StartingPosition"]).ShouldBe("LATEST");
        ((double?)mapping["BatchSize"]).ShouldBe(10);
        ((double?)mapping["MaximumBatchingWindowInSeconds"]).ShouldBe(300);
        ((double?)mapping["TumblingWindowInSeconds"]).ShouldBe(900);
        ((double?)mapping["MaximumRetryAttempts"]).ShouldBe(10000);
        ((double?)mapping["MaximumRecordAgeInSeconds"]).ShouldBe(60);
        ((bool?)mapping["BisectBatchOnFunctionError"]).ShouldBe(false);
        mapping["FunctionResponseTypes"].ShouldBeNull();
    }

    [Fact]
    public void Mapping_Parallelization_FollowsTheProps() =>
        ((double?)Make(new() { FunctionSettings = StreamCode.Settings, ParallelizationFactor = 10, TumblingWindow = Duration.Seconds(0) })
            .Properties("AWS::Lambda::EventSourceMapping")["ParallelizationFactor"]).ShouldBe(10);

    [Fact]
    public void FailureBucket_Expiration_FollowsTheProps() =>
        ((double?)Make(new() { FunctionSettings = StreamCode.Settings, FailureExpiration = Duration.Days(365) })
            .Properties("AWS::S3::Bucket")["LifecycleConfiguration"]!["Rules"]![1]!["ExpirationInDays"]).ShouldBe(365);

    [Fact]
    public void EncryptionKey_Given_EncryptsEverything()
    {
        var template = Synthesized.Stack(stack =>
            new TableStreamProcessor(stack, "Orders", new() { FunctionSettings = StreamCode.Settings, EncryptionKey = new Key(stack, "Key") }));

        template.Properties("AWS::DynamoDB::Table")["SSESpecification"]!["KMSMasterKeyId"].Target().ShouldStartWith("Key");
        template.Properties("AWS::S3::Bucket")["BucketEncryption"]!["ServerSideEncryptionConfiguration"]![0]!["ServerSideEncryptionByDefault"]!["KMSMasterKeyID"]
            .Target().ShouldStartWith("Key");
        template.Properties("AWS::Logs::LogGroup")["KmsKeyId"].Target().ShouldStartWith("Key");
    }

    private static Synthesized Make(TableStreamProcessorProps props) =>
        Synthesized.Stack(stack => new TableStreamProcessor(stack, "Orders", props));
}
