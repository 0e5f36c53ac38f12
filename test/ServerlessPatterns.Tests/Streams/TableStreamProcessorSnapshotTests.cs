using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.SNS;

namespace ServerlessPatterns.Tests.Streams;

public sealed class TableStreamProcessorSnapshotTests
{
    [Fact]
    public void Template_Minimal_IsAsAccepted() =>
        StreamSnapshot.Verify(stack => new TableStreamProcessor(stack, "Orders", new() { FunctionSettings = StreamCode.Settings }));

    [Fact]
    public void Template_EverythingSet_IsAsAccepted() => StreamSnapshot.Verify(EverythingSet);

    internal static void EverythingSet(Stack stack) => new TableStreamProcessor(stack, "Orders", new()
    {
        FunctionSettings = StreamSnapshot.Settings(stack),
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
        Monitoring = new() { AlarmActions = [new SnsAction(new Topic(stack, "OnCall"))], RunbookUrl = new Uri("https://example.com/runbook") },
    });
}
