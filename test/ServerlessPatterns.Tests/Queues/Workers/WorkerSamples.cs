using Amazon.CDK;
using Amazon.CDK.AWS.ECR;

namespace ServerlessPatterns.Tests.Queues;

/// <summary>What the tests of workers make again and again.</summary>
internal static class WorkerSamples
{
    public static ContainerSource Source(Stack stack) =>
        ContainerSource.FromEcr(Repository.FromRepositoryName(stack, "Images", "worker"), "1.0.0");

    public static Synthesized Worker(Func<ContainerSource, QueueFargateWorkerProps>? props = null) => Synthesized.Stack(stack =>
    {
        var source = Source(stack);
        new QueueFargateWorker(stack, "Worker", props?.Invoke(source) ?? new() { Source = source, Network = Network.Isolated() });
    });

    /// <summary>The only problem that the props have.</summary>
    public static PatternProblem Problem(Func<Stack, ContainerSource, QueueFargateWorkerProps> props) =>
        Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack =>
            new QueueFargateWorker(stack, "Worker", props(stack, Source(stack))))).Problems.Single();
}
