using Amazon.CDK.AWS.ECS;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Makes the service of a <see cref="LoadBalancedFargateService"/>.</summary>
internal static class FargateResource
{
    public static (FargateService Service, ScalableTaskCount Scaling) Define(
        Construct pattern, LoadBalancedFargateServiceProps props, ServiceParts parts)
    {
        var service = FargateServices.Props(parts.Network, parts.Task, parts.SecurityGroup, props.SpotShare, props.Scaling.MinTasks);
        service.DeploymentAlarms = parts.DeploymentAlarms;
        service.HealthCheckGracePeriod = props.HealthCheck.GracePeriodOrDefault;
        props.ConfigureService?.Invoke(service);
        ThrowIfBroken(pattern, service, parts);
        var made = FargateServices.Define(pattern, service, parts.Network, props.Cluster is null);
        return (made, parts.Complete(made, service.MaxHealthyPercent));
    }

    private static void ThrowIfBroken(Construct pattern, FargateServiceProps after, ServiceParts parts)
    {
        const string Hook = nameof(LoadBalancedFargateServiceProps.ConfigureService);
        var checks = new Checks();
        ServiceHookChecks.Check(checks, after, parts.Network.Cluster, Hook);
        ServiceHookChecks.Check(checks, after.TaskDefinition, after.SecurityGroups, parts, Hook);
        checks.ThrowIfAny(pattern.GetType().Name, pattern);
    }
}
