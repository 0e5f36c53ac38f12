using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Makes the target group of a service.</summary>
internal static class TargetGroupResource
{
    public static ApplicationTargetGroup Define(Construct scope, LoadBalancedServiceProps props, IVpc vpc)
    {
        var check = props.HealthCheck;
        var targetGroup = new ApplicationTargetGroupProps
        {
            Vpc = vpc,
            Port = props.ContainerPort,
            Protocol = ApplicationProtocol.HTTP,

            // Tasks have network interfaces of their own, on EC2 instances too.
            TargetType = TargetType.IP,
            DeregistrationDelay = props.DeregistrationDelay ?? Duration.Seconds(30),
            HealthCheck = new HealthCheck
            {
                Path = check.Path,
                HealthyHttpCodes = check.HealthyHttpCodes,
                Interval = Known(check.IntervalOrDefault),
                Timeout = Known(check.TimeoutOrDefault),
                HealthyThresholdCount = check.HealthyThreshold,
                UnhealthyThresholdCount = check.UnhealthyThreshold,
            },
        };
        props.ConfigureTargetGroup?.Invoke(targetGroup);
        ServiceHookChecks.ThrowIfBroken(scope, targetGroup, vpc);
        var made = new ApplicationTargetGroup(scope, "TargetGroup", targetGroup);
        Override(made, "HealthCheckIntervalSeconds", check.IntervalOrDefault);
        Override(made, "HealthCheckTimeoutSeconds", check.TimeoutOrDefault);
        return made;
    }

    // The CDK compares the two in milliseconds, which what is known only at deployment cannot be converted to.
    private static Duration? Known(Duration duration) => duration.IsUnresolved() ? null : duration;

    private static void Override(ApplicationTargetGroup targetGroup, string property, Duration duration)
    {
        if (duration.IsUnresolved())
        {
            ((CfnTargetGroup)targetGroup.Node.DefaultChild!).AddPropertyOverride(property, duration.ToSeconds());
        }
    }
}
