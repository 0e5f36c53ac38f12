using Amazon.CDK.AWS.EC2;

namespace ServerlessPatterns;

/// <summary>The checks of the hosts of a <see cref="LoadBalancedEc2Service"/>.</summary>
internal static class HostChecks
{
    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-max-instance-lifetime.html
    private const double Day = 86_400;

    public static void Check(Checks checks, LoadBalancedEc2ServiceProps props, TaskRequest task)
    {
        checks.WholeNumber(ErrorCodes.HostCount, nameof(props.MinInstances), props.MinInstances, 0, 5000, "hosts", "Give 2 or more for hosts in two zones.");
        checks.WholeNumber(ErrorCodes.HostCount, nameof(props.MaxInstances), props.MaxInstances, Math.Clamp(props.MinInstances, 1, 5000), 5000, "hosts", "It is no less than MinInstances.");
        checks.Defined(ErrorCodes.HostImage, nameof(props.HostImage), props.HostImage, "Use one of the named values.");
        checks.Seconds(ErrorCodes.HostLifetime, nameof(props.MaxInstanceLifetime), props.MaxInstanceLifetime, Day, 365 * Day, "Give 1 to 365 days.");
        CheckType(checks, props, task);
        if (props.CapacityProvider is not null)
        {
            CheckGiven(checks, props);
        }
    }

    private static void CheckType(Checks checks, LoadBalancedEc2ServiceProps props, TaskRequest task)
    {
        if (props.InstanceType is not { } type || Tokens.IsUnresolved(type.ToString()))
        {
            return;
        }

        var isArm = type.Architecture is InstanceArchitecture.ARM_64;
        var (of, other) = TaskArchitecture.IsArm(task.Architecture) ? ("ARM64", "t4g.medium") : ("X86_64", "t3.medium");
        checks.Require(
            isArm == TaskArchitecture.IsArm(task.Architecture),
            ErrorCodes.HostInstanceType,
            nameof(props.InstanceType),
            type.ToString(),
            $"a type of the processor that the tasks ask for, which is {of}",
            $"Give one such as {other}, or change ContainerSettings.CpuArchitecture.");
    }

    private static void CheckGiven(Checks checks, LoadBalancedEc2ServiceProps props)
    {
        checks.Require(
            props.Cluster is not null,
            ErrorCodes.HostsGivenAndSet,
            nameof(props.Cluster),
            null,
            $"the cluster that has the hosts of {nameof(props.CapacityProvider)}",
            "Set it.");
        foreach (var (name, isSet) in new[]
        {
            (nameof(props.InstanceType), props.InstanceType is not null),
            (nameof(props.MaxInstanceLifetime), props.MaxInstanceLifetime is not null),
            (nameof(props.ConfigureLaunchTemplate), props.ConfigureLaunchTemplate is not null),
            (nameof(props.ConfigureAutoScalingGroup), props.ConfigureAutoScalingGroup is not null),
            (nameof(props.ConfigureCapacityProvider), props.ConfigureCapacityProvider is not null),
        })
        {
            checks.Require(
                !isSet,
                ErrorCodes.HostsGivenAndSet,
                name,
                $"a setting beside {nameof(props.CapacityProvider)}",
                "one of the two: what is given is never reconfigured",
                $"Configure the hosts where they are made, or leave out {nameof(props.CapacityProvider)}.");
        }
    }
}
