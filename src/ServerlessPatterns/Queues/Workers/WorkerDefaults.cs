using Amazon.CDK;

namespace ServerlessPatterns;

/// <summary>The defaults of <see cref="QueueFargateWorkerProps"/> that more than one place needs.</summary>
internal static class WorkerDefaults
{
    public const double Cpu = 256;
    public const double MemoryLimitMiB = 512;

    // The most that Fargate waits after SIGTERM: time to finish the message in hand, or to put it back.
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
    public const double StopTimeoutSeconds = 120;

    public static Duration VisibilityTimeout => Duration.Minutes(15);

    public static Duration ScaleInCooldown => Duration.Minutes(5);

    public static Duration ScaleOutCooldown => Duration.Minutes(1);
}
