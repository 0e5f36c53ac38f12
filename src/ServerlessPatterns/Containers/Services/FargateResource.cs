using Amazon.CDK.AWS.ECS;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Makes the service of a <see cref="LoadBalancedFargateService"/>.</summary>
internal static class FargateResource
{
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
        ThrowIfBroken(pattern, service, network.Cluster);
        var made = new FargateService(pattern, "Service", service);
        if (service.CapacityProviderStrategies is not null && props.Cluster is null)
        {
            // The cluster's capacity providers are a resource of their own, which has to be there first.
            made.Node.AddDependency(network.Cluster);
        }

        return (made, parts.Complete(made, service.MaxHealthyPercent));
    }

    private static CapacityProviderStrategy[] Strategies(LoadBalancedFargateServiceProps props) =>
    [
        new CapacityProviderStrategy { CapacityProvider = "FARGATE", Base = props.Scaling.MinTasks, Weight = 100 - props.SpotShare },
        new CapacityProviderStrategy { CapacityProvider = "FARGATE_SPOT", Weight = props.SpotShare },
    ];

    private static void ThrowIfBroken(Construct pattern, FargateServiceProps after, ICluster cluster)
    {
        const string Hook = nameof(LoadBalancedFargateServiceProps.ConfigureService);
        var checks = new Checks();
        ServiceHookChecks.Check(checks, after, cluster, Hook);
        checks.ThrowIfAny(pattern.GetType().Name, pattern);
    }
}
