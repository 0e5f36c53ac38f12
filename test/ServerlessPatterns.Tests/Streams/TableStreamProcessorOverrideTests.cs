using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Lambda;

namespace ServerlessPatterns.Tests.Streams;

public sealed class TableStreamProcessorOverrideTests : StreamOverrideCases
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

    private protected override Synthesized Make(FunctionSettings settings, Duration? failureExpiration = null, Func<Stack, IKey>? key = null) =>
        Synthesized.Stack(stack => new TableStreamProcessor(stack, "Orders", new()
        {
            FunctionSettings = settings,
            FailureExpiration = failureExpiration,
            EncryptionKey = key?.Invoke(stack),
        }));

    private protected override JsonNode KeyOfTheSource(Synthesized template) => template.Properties("AWS::DynamoDB::Table")["SSESpecification"]!["KMSMasterKeyId"]!;

    private static Synthesized Make(TableStreamProcessorProps props) =>
        Synthesized.Stack(stack => new TableStreamProcessor(stack, "Orders", props));
}
