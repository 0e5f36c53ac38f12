using Amazon.CDK.AWS.AutoScaling;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Checks props again after the hooks of the hosts.</summary>
internal static class HostHookChecks
{
    public static void ThrowIfBroken(Construct pattern, LaunchTemplateProps after, ServiceHosts hosts)
    {
        const string Hook = nameof(LoadBalancedEc2ServiceProps.ConfigureLaunchTemplate);
        var checks = new Checks();
        ServiceHookChecks.Kept(checks, $"{Hook}.{nameof(after.Role)}", ReferenceEquals(after.Role, hosts.Role), "Add policies to HostRole instead.");
        ServiceHookChecks.Kept(checks, $"{Hook}.{nameof(after.SecurityGroup)}", ReferenceEquals(after.SecurityGroup, hosts.SecurityGroup), "Add rules to HostSecurityGroup instead.");
        ServiceHookChecks.Kept(checks, $"{Hook}.{nameof(after.UserData)}", after.UserData is not null, "Change it instead of removing it: it tells the agent its cluster.");
        ServiceHookChecks.Kept(checks, $"{Hook}.{nameof(after.RequireImdsv2)}", after.RequireImdsv2 is true, "Leave it as it is.");
        checks.ThrowIfAny(pattern.GetType().Name, pattern);
    }

    public static void ThrowIfBroken(Construct pattern, AutoScalingGroupProps after, ServiceHosts hosts)
    {
        const string Hook = nameof(LoadBalancedEc2ServiceProps.ConfigureAutoScalingGroup);
        var checks = new Checks();
        ServiceHookChecks.Kept(checks, $"{Hook}.{nameof(after.LaunchTemplate)}", ReferenceEquals(after.LaunchTemplate, hosts.LaunchTemplate), "Use ConfigureLaunchTemplate instead.");
        checks.Require(after.DesiredCapacity is null, ErrorCodes.ServiceHookBroke, $"{Hook}.{nameof(after.DesiredCapacity)}", after.DesiredCapacity, "nothing: each deployment would set the count back, whatever the tasks need", "Set MinInstances instead.");
        checks.ThrowIfAny(pattern.GetType().Name, pattern);
    }

    public static void ThrowIfBroken(Construct pattern, AsgCapacityProviderProps after, AutoScalingGroup group)
    {
        const string Hook = nameof(LoadBalancedEc2ServiceProps.ConfigureCapacityProvider);
        var checks = new Checks();
        ServiceHookChecks.Kept(checks, $"{Hook}.{nameof(after.AutoScalingGroup)}", ReferenceEquals(after.AutoScalingGroup, group), "Give CapacityProvider and Cluster instead.");
        checks.ThrowIfAny(pattern.GetType().Name, pattern);
    }
}
