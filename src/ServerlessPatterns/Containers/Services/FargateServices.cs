using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Services on Fargate, behind a load balancer or not: how they are deployed, and what they run on.</summary>
internal static class FargateServices
{
    private const string OnDemand = "FARGATE";
    private const string Spot = "FARGATE_SPOT";

    public static FargateServiceProps Props(PatternNetwork network, PatternTask task, ISecurityGroup securityGroup, int spotShare, int minTasks) => new()
    {
        Cluster = network.Cluster,
        TaskDefinition = task.TaskDefinition,
        VpcSubnets = network.TaskSubnets,
        AssignPublicIp = network.AssignPublicIp,
        SecurityGroups = [securityGroup],
        MinHealthyPercent = 100,
        MaxHealthyPercent = 200,
        DeploymentController = new DeploymentController { Type = DeploymentControllerType.ECS },
        CircuitBreaker = new DeploymentCircuitBreaker { Enable = true, Rollback = true },
        PropagateTags = PropagatedTagSource.SERVICE,
        EnableECSManagedTags = true,
        PlatformVersion = FargatePlatformVersion.LATEST,
        CapacityProviderStrategies = spotShare == 0 ? null : Strategies(spotShare, minTasks),
    };

    public static FargateService Define(Construct pattern, FargateServiceProps props, PatternNetwork network, bool isClusterMadeHere)
    {
        var service = new FargateService(pattern, "Service", props);
        if (props.CapacityProviderStrategies is not null && isClusterMadeHere)
        {
            service.Node.AddDependency(CapacityProviders.Associate(pattern, network.Cluster, OnDemand, Spot));
        }

        return service;
    }

    // The least number of tasks stays when Spot has none to give.
    private static CapacityProviderStrategy[] Strategies(int spotShare, int minTasks) =>
    [
        new CapacityProviderStrategy { CapacityProvider = OnDemand, Base = minTasks, Weight = 100 - spotShare },
        new CapacityProviderStrategy { CapacityProvider = Spot, Weight = spotShare },
    ];
}
