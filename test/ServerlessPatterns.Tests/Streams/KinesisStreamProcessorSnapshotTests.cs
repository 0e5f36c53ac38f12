using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.SNS;

namespace ServerlessPatterns.Tests.Streams;

public sealed class KinesisStreamProcessorSnapshotTests
{
    [Fact]
    public void Template_Minimal_IsAsAccepted() =>
        StreamSnapshot.Verify(stack => new KinesisStreamProcessor(stack, "Clicks", new() { FunctionSettings = StreamCode.Settings }));

    [Fact]
    public void Template_EverythingSet_IsAsAccepted() => StreamSnapshot.Verify(EverythingSet);

    internal static void EverythingSet(Stack stack) => new KinesisStreamProcessor(stack, "Clicks", new()
    {
        FunctionSettings = StreamSnapshot.Settings(stack),
        ShardCount = 4,
        RetentionPeriod = Duration.Days(8),
        EnhancedFanOut = true,
        Filters = [EventFilter.FromJson("""{"data":{"kind":["order"]}}""")],
        StartingPosition = StartingPosition.AT_TIMESTAMP,
        StartingPositionTimestamp = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000),
        BatchSize = 500,
        MaxBatchingWindow = Duration.Seconds(5),
        ParallelizationFactor = 4,
        RetryAttempts = 3,
        MaxRecordAge = Duration.Days(7),
        BisectBatchOnError = false,
        ReportBatchItemFailures = false,
        FailureExpiration = Duration.Days(90),
        EncryptionKey = new Key(stack, "Key"),
        RemovalPolicy = RemovalPolicy.DESTROY,
        Monitoring = new() { AlarmActions = [new SnsAction(new Topic(stack, "OnCall"))], RunbookUrl = new Uri("https://example.com/runbook") },
    });
}
