using Amazon.CDK;
using Amazon.CDK.AWS.AutoScaling;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;

namespace ServerlessPatterns;

/// <summary>Props of <see cref="LoadBalancedEc2Service"/>.</summary>
public sealed class LoadBalancedEc2ServiceProps : LoadBalancedServiceProps
{
    /// <summary>
    /// The type of the hosts, of the same processor as the tasks. Each task has a network interface of its own, which
    /// limits how many a host has room for: two on the default.
    /// </summary>
    /// <value>The default value is <c>t3.medium</c>, or <c>t4g.medium</c> for tasks on ARM64.</value>
    public InstanceType? InstanceType { get; init; }

    /// <summary>What the hosts run.</summary>
    /// <value>The default value is <see cref="HostImage.AmazonLinux2023"/>.</value>
    public HostImage HostImage { get; init; }

    /// <summary>The least hosts, 0 or more. Two are in two zones.</summary>
    /// <value>The default value is 2.</value>
    public int MinInstances { get; init; } = 2;

    /// <summary>The most hosts, 1 or more and not below <see cref="MinInstances"/>. A deployment needs room for twice the tasks.</summary>
    /// <value>The default value is 10.</value>
    public int MaxInstances { get; init; } = 10;

    /// <summary>How old a host gets before one with the newest image takes its place, 1 to 365 days.</summary>
    /// <value>The default value is 14 days.</value>
    public Duration? MaxInstanceLifetime { get; init; }

    /// <summary>
    /// Hosts of your own, those of another service for instance; <see cref="LoadBalancedServiceProps.Cluster"/> is then
    /// the cluster that has them.
    /// </summary>
    /// <value>The default value is a new Auto Scaling group.</value>
    public AsgCapacityProvider? CapacityProvider { get; init; }

    /// <summary>Called with the props of the service right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<Ec2ServiceProps>? ConfigureService { get; init; }

    /// <summary>Called with the props of the hosts' launch template right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<LaunchTemplateProps>? ConfigureLaunchTemplate { get; init; }

    /// <summary>Called with the props of the Auto Scaling group right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<AutoScalingGroupProps>? ConfigureAutoScalingGroup { get; init; }

    /// <summary>Called with the props of the capacity provider right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<AsgCapacityProviderProps>? ConfigureCapacityProvider { get; init; }
}
