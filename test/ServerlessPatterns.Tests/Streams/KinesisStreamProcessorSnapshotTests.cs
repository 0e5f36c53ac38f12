using Amazon.CDK;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Lambda;

namespace ServerlessPatterns.Tests.Streams;

public sealed class KinesisStreamProcessorSnapshotTests
{
    [Fact]
    public void Template_Minimal_IsAsAccepted() =>
        PatternSnapshot.Verify(stack => new KinesisStreamProcessor(stack, "Clicks", new() { FunctionSettings = StreamCode.Settings }));

    [Fact]
    public void Template_EverythingSet_IsAsAccepted() => PatternSnapshot.Verify(EverythingSet);

    internal static void EverythingSet(Stack stack) => new KinesisStreamProcessor(stack, "Clicks", new()
    {
        FunctionSettings = PatternSnapshot.FunctionInVpc(stack, Duration.Seconds(30), StreamCode.Code),
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
        Monitoring = PatternSnapshot.Monitoring(stack),
    });
}
