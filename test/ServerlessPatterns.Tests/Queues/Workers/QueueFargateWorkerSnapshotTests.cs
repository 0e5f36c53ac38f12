using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.KMS;

namespace ServerlessPatterns.Tests.Queues;

public sealed class QueueFargateWorkerSnapshotTests
{
    [Fact]
    public void Template_Minimal_IsAsAccepted() =>
        PatternSnapshot.Verify(stack => new QueueFargateWorker(stack, "Worker", new() { Source = WorkerSamples.Source(stack), Network = Network.Isolated() }));

    [Fact]
    public void Template_EverythingSet_IsAsAccepted() => PatternSnapshot.Verify(EverythingSet);

    internal static void EverythingSet(Stack stack) => new QueueFargateWorker(stack, "Worker", new()
    {
        Source = WorkerSamples.Source(stack),
        ContainerSettings = new()
        {
            Cpu = 1024,
            MemoryLimitMiB = 4096,
            CpuArchitecture = CpuArchitecture.ARM64,
            Environment = PatternSnapshot.Environment,
            ReadonlyRootFilesystem = true,
            User = "1000",
            StopTimeout = Duration.Seconds(60),
        },
        Network = Network.Nat(1),
        QueueName = "work.fifo",
        Fifo = true,
        ContentBasedDeduplication = true,
        HighThroughputFifo = true,
        VisibilityTimeout = Duration.Hours(1),
        RetentionPeriod = Duration.Days(7),
        MaxReceiveCount = 3,
        Scaling = new() { MinTasks = 0, MaxTasks = 20, BacklogPerTask = 5 },
        SpotShare = 80,
        TaskProtection = true,
        EncryptionKey = new Key(stack, "Key"),
        RemovalPolicy = RemovalPolicy.DESTROY,
        Monitoring = PatternSnapshot.Monitoring(stack),
    });
}
