using Amazon.CDK.AWS.ECS;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Makes the service of a <see cref="LoadBalancedFargateService"/>.</summary>
internal static class FargateResource
{
    private const string OnDemand = "FARGATE";
    private const string Spot = "FARGATE_SPOT";

    public static (FargateService Service, ScalableTaskCount Scaling) Define(
        Construct pattern, LoadBalancedFargateServiceProps props, ServiceParts parts)
    {
        var network = parts.Network;
        var service = new FargateServiceProps
        {
            Cluster = network.Cluster,
            TaskDefinition = parts.Task.TaskDefinition,
            VpcSubnets = network.TaskSubnets,
            AssignPublicIp = network.AssignPublicIp,
            SecurityGroups = [parts.SecurityGroup],
            MinHealthyPercent = 100,
            MaxHealthyPercent = 200,
            DeploymentController = new DeploymentController { Type = DeploymentControllerType.ECS },
            CircuitBreaker = new DeploymentCircuitBreaker { Enable = true, Rollback = true },
            DeploymentAlarms = parts.DeploymentAlarms,
            HealthCheckGracePeriod = props.HealthCheck.GracePeriodOrDefault,
            PropagateTags = PropagatedTagSource.SERVICE,
            EnableECSManagedTags = true,
            PlatformVersion = FargatePlatformVersion.LATEST,
            CapacityProviderStrategies = props.SpotShare == 0 ? null : Strategies(props),
        };
        props.ConfigureService?.Invoke(service);
        ThrowIfBroken(pattern, service, parts);
        var made = new FargateService(pattern, "Service", service);
        if (service.CapacityProviderStrategies is not null && props.Cluster is null)
        {
            made.Node.AddDependency(CapacityProviders.Associate(pattern, network.Cluster, OnDemand, Spot));
        }

        return (made, parts.Complete(made, service.MaxHealthyPercent));
    }

    // The least number of tasks stays when Spot has none to give.
    private static CapacityProviderStrategy[] Strategies(LoadBalancedFargateServiceProps props) =>
    [
        new CapacityProviderStrategy { CapacityProvider = OnDemand, Base = props.Scaling.MinTasks, Weight = 100 - props.SpotShare },
        new CapacityProviderStrategy { CapacityProvider = Spot, Weight = props.SpotShare },
    ];

    private static void ThrowIfBroken(Construct pattern, FargateServiceProps after, ServiceParts parts)
    {
        const string Hook = nameof(LoadBalancedFargateServiceProps.ConfigureService);
        var checks = new Checks();
        ServiceHookChecks.Check(checks, after, parts.Network.Cluster, Hook);
        ServiceHookChecks.Check(checks, after.TaskDefinition, after.SecurityGroups, parts, Hook);
        checks.ThrowIfAny(pattern.GetType().Name, pattern);
    }
}
