using Amazon.CDK;
using Amazon.CDK.AWS.CertificateManager;
using Amazon.CDK.AWS.ECR;
using ServerlessPatterns;

namespace Compare;

/// <summary>
/// One statement a pattern with containers. All are given the network that aws-ecs-patterns makes, and are public where
/// those are: what is compared is the rest.
/// </summary>
internal static class ContainerStatements
{
    public static void Fargate(Stack stack, IRepository images, ICertificate certificate)
    {
        // [fargate]
        new LoadBalancedFargateService(stack, "Shop", new()
        {
            Source = ContainerSource.FromEcr(images, "1.0.0"),
            Network = Network.Nat(2),
            Certificate = certificate,
            PublicAccess = true,
        });
        // [end]
    }

    public static void Ec2(Stack stack, IRepository images, ICertificate certificate)
    {
        // [ec2]
        new LoadBalancedEc2Service(stack, "Shop", new()
        {
            Source = ContainerSource.FromEcr(images, "1.0.0"),
            Network = Network.Nat(2),
            Certificate = certificate,
            PublicAccess = true,
        });
        // [end]
    }

    public static void Worker(Stack stack, IRepository images)
    {
        // [worker]
        new QueueFargateWorker(stack, "Worker", new()
        {
            Source = ContainerSource.FromEcr(images, "1.0.0"),
            Network = Network.Nat(2),
        });
        // [end]
    }

    public static void Task(Stack stack, IRepository images)
    {
        // [task]
        new ScheduledFargateTask(stack, "Archive", new()
        {
            Schedule = ScheduleTimes.Cron(minute: "0", hour: "3"),
            Source = ContainerSource.FromEcr(images, "1.0.0"),
            Network = Network.Nat(2),
        });
        // [end]
    }
}
