using Amazon.CDK.AWS.ECS;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Makes the service of a <see cref="LoadBalancedEc2Service"/>.</summary>
internal static class Ec2Resource
{
    public static (Ec2Service Service, ScalableTaskCount Scaling) Define(
        Construct pattern, LoadBalancedEc2ServiceProps props, ServiceParts parts, ServiceHosts? hosts)
    {
        var network = parts.Network;
        var provider = props.CapacityProvider ?? hosts!.CapacityProvider;

        // The same cluster as the CDK sees one with hosts: it asks its own clusters whether they know of any.
        var cluster = Cluster.FromClusterAttributes(pattern, "ClusterWithHosts", new ClusterAttributes
        {
            ClusterName = network.Cluster.ClusterName,
            Vpc = network.Vpc,
            HasEc2Capacity = true,
        });
        var service = new Ec2ServiceProps
        {
            Cluster = cluster,
            TaskDefinition = parts.Task.TaskDefinition,
            VpcSubnets = network.TaskSubnets,
            SecurityGroups = [parts.SecurityGroup],
            MinHealthyPercent = 100,
            MaxHealthyPercent = 200,
            DeploymentController = new DeploymentController { Type = DeploymentControllerType.ECS },
            CircuitBreaker = new DeploymentCircuitBreaker { Enable = true, Rollback = true },
            DeploymentAlarms = parts.DeploymentAlarms,
            HealthCheckGracePeriod = props.HealthCheck.GracePeriodOrDefault,
            PropagateTags = PropagatedTagSource.SERVICE,
            EnableECSManagedTags = true,
            CapacityProviderStrategies = [new CapacityProviderStrategy { CapacityProvider = provider.CapacityProviderName, Weight = 1 }],
            PlacementStrategies = [PlacementStrategy.SpreadAcross(BuiltInAttributes.AVAILABILITY_ZONE), PlacementStrategy.SpreadAcrossInstances()],
        };
        props.ConfigureService?.Invoke(service);
        ThrowIfBroken(pattern, service, parts, cluster);
        var made = new Ec2Service(pattern, "Service", service);
        if (hosts is not null)
        {
            made.Node.AddDependency(hosts.Association);
        }

        return (made, parts.Complete(made, service.MaxHealthyPercent));
    }

    private static void ThrowIfBroken(Construct pattern, Ec2ServiceProps after, ServiceParts parts, ICluster cluster)
    {
        const string Hook = nameof(LoadBalancedEc2ServiceProps.ConfigureService);
        var checks = new Checks();
        ServiceHookChecks.Check(checks, after, cluster, Hook);
        ServiceHookChecks.Check(checks, after.TaskDefinition, after.SecurityGroups, parts, Hook);
        ServiceHookChecks.Kept(checks, $"{Hook}.{nameof(after.Daemon)}", after.Daemon is not true, "Leave it out: the scaling counts the tasks.");
        ServiceHookChecks.Kept(checks, $"{Hook}.{nameof(after.CapacityProviderStrategies)}", after.CapacityProviderStrategies is { Length: > 0 }, "Leave it as it is: without it the hosts do not follow the tasks.");
        checks.ThrowIfAny(pattern.GetType().Name, pattern);
    }
}
