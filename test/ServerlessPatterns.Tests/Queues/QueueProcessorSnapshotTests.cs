using Amazon.CDK;
using Amazon.CDK.AWS.CodeDeploy;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;

namespace ServerlessPatterns.Tests.Queues;

public sealed class QueueProcessorSnapshotTests
{
    [Fact]
    public void Template_Minimal_IsAsAccepted() =>
        PatternSnapshot.Verify(stack => new QueueProcessor(stack, "Orders", new() { FunctionSettings = new() { Code = QueueSamples.Code(stack) } }));

    [Fact]
    public void Template_EverythingSet_IsAsAccepted() => PatternSnapshot.Verify(EverythingSet);

    internal static void EverythingSet(Stack stack) => new QueueProcessor(stack, "Orders", new()
    {
        QueueName = "orders.fifo",
        Fifo = true,
        ContentBasedDeduplication = true,
        HighThroughputFifo = true,
        VisibilityTimeout = Duration.Minutes(15),
        RetentionPeriod = Duration.Days(7),
        MaxReceiveCount = 3,
        BatchSize = 5,
        MaxConcurrency = 20,
        Filters = [EventFilter.FromJson("""{"body": {"kind": ["order"]}}""")],
        ReportBatchItemFailures = false,
        FunctionSettings = new()
        {
            Code = QueueSamples.Code(stack),
            MemorySize = 2048,
            Timeout = Duration.Minutes(2),
            Architecture = Architecture.ARM_64,
            Environment = PatternSnapshot.Environment,
            ReservedConcurrentExecutions = 20,
            LogRetention = RetentionDays.ONE_YEAR,
            DeploymentConfig = LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
        },
        EncryptionKey = new Key(stack, "Key"),
        RemovalPolicy = RemovalPolicy.DESTROY,
        Monitoring = PatternSnapshot.Monitoring(stack),
    });
}
