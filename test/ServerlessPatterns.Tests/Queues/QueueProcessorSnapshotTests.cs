using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.CodeDeploy;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.SNS;
using ServerlessPatterns.Testing;

namespace ServerlessPatterns.Tests.Queues;

public sealed class QueueProcessorSnapshotTests
{
    [Fact]
    public void Template_Minimal_IsAsAccepted() =>
        Verify(stack => new QueueProcessor(stack, "Orders", new() { FunctionSettings = new() { Code = QueueSamples.Code(stack) } }));

    [Fact]
    public void Template_EverythingSet_IsAsAccepted() => Verify(EverythingSet);

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
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["STAGE"] = "test" },
            ReservedConcurrentExecutions = 20,
            LogRetention = RetentionDays.ONE_YEAR,
            DeploymentConfig = LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
        },
        EncryptionKey = new Key(stack, "Key"),
        RemovalPolicy = RemovalPolicy.DESTROY,
        Monitoring = new() { AlarmActions = [new SnsAction(new Topic(stack, "OnCall"))], RunbookUrl = new Uri("https://example.com/runbook") },
    });

    private static void Verify(Action<Stack> build, [System.Runtime.CompilerServices.CallerMemberName] string member = "")
    {
        using var output = new TemporaryFolder();
        var stack = new Stack(new App(new AppProps { Outdir = output.Path, AnalyticsReporting = false }), "Test");
        build(stack);
        TemplateSnapshot.Verify(stack, member: member);
    }
}
