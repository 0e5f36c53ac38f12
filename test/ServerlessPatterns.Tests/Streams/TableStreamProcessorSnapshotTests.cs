using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Lambda;

namespace ServerlessPatterns.Tests.Streams;

public sealed class TableStreamProcessorSnapshotTests
{
    [Fact]
    public void Template_Minimal_IsAsAccepted() =>
        PatternSnapshot.Verify(stack => new TableStreamProcessor(stack, "Orders", new() { FunctionSettings = StreamCode.Settings }));

    [Fact]
    public void Template_EverythingSet_IsAsAccepted() => PatternSnapshot.Verify(EverythingSet);

    internal static void EverythingSet(Stack stack) => new TableStreamProcessor(stack, "Orders", new()
    {
        FunctionSettings = PatternSnapshot.FunctionInVpc(stack, Duration.Seconds(30), StreamCode.Code),
        PartitionKeyName = "order",
        PartitionKeyType = AttributeType.NUMBER,
        SortKeyName = "line",
        SortKeyType = AttributeType.BINARY,
        StreamViewType = StreamViewType.NEW_IMAGE,
        TimeToLiveAttribute = "expiresAt",
        TableDeletionProtection = true,
        Filters = [EventFilter.FromJson("""{"eventName":["INSERT","MODIFY"]}""")],
        StartingPosition = StartingPosition.LATEST,
        BatchSize = 10,
        MaxBatchingWindow = Duration.Seconds(5),
        TumblingWindow = Duration.Minutes(1),
        RetryAttempts = 3,
        MaxRecordAge = Duration.Hours(12),
        BisectBatchOnError = false,
        ReportBatchItemFailures = false,
        FailureExpiration = Duration.Days(90),
        EncryptionKey = new Key(stack, "Key"),
        RemovalPolicy = RemovalPolicy.DESTROY,
        Monitoring = PatternSnapshot.Monitoring(stack),
    });
}
