using Amazon.CDK;
using Amazon.CDK.AWS.ECR;

namespace ServerlessPatterns.Tests.Scheduling;

/// <summary>What the tests of a scheduled task have in common.</summary>
internal static class NightlyTask
{
    public static ScheduleTimes Daily { get; } = ScheduleTimes.Cron(minute: "0", hour: "2");

    public static ContainerSource Image(Stack stack) => ContainerSource.FromEcr(Repository.FromRepositoryName(stack, "Images", "jobs"), "1.4.2");

    /// <summary>The least that is needed, in a network without NAT.</summary>
    public static ScheduledFargateTask Minimal(Stack stack) => new(stack, "Nightly", new()
    {
        Schedule = Daily,
        Source = Image(stack),
        Network = Network.Isolated(),
    });

    public static Synthesized Make(Func<Stack, ScheduledFargateTaskProps> props) =>
        Synthesized.Stack(stack => new ScheduledFargateTask(stack, "Nightly", props(stack)));
}
