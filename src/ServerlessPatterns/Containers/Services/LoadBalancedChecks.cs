using Constructs;

namespace ServerlessPatterns;

/// <summary>The checks of what <see cref="LoadBalancedFargateServiceProps"/> and <see cref="LoadBalancedEc2ServiceProps"/> have in common.</summary>
internal static class LoadBalancedChecks
{
    public static void ThrowIfInvalid(Construct scope, string id, LoadBalancedFargateServiceProps props, NetworkRequest request)
    {
        var checks = Common(props, request);
        checks.WholeNumber(ErrorCodes.ServiceSpotShare, nameof(props.SpotShare), props.SpotShare, 0, 100, "percent", "It is the share of the tasks beyond Scaling.MinTasks.");
        checks.ThrowIfAny(nameof(LoadBalancedFargateService), scope, id);
    }

    public static void ThrowIfInvalid(Construct scope, string id, LoadBalancedEc2ServiceProps props, NetworkRequest request)
    {
        var checks = Common(props, request);
        HostChecks.Check(checks, props, request.Task);
        checks.ThrowIfAny(nameof(LoadBalancedEc2Service), scope, id);
    }

    private static Checks Common(LoadBalancedServiceProps props, NetworkRequest request)
    {
        var checks = new Checks();
        TaskChecks.Check(checks, request.Task);
        NetworkChecks.Check(checks, request);
        var vpc = props.Cluster?.Vpc ?? props.Vpc;
        if (props.Listener is null)
        {
            FrontChecks.Check(checks, props, vpc);
        }

        ListenerChecks.Check(checks, props);
        TargetChecks.Check(checks, props);
        CheckScaling(checks, props.Scaling);
        checks.Require(
            props.RollbackOnAlarms is not true || props.Monitoring.Enabled,
            ErrorCodes.ServiceRollbackWithoutAlarms,
            nameof(props.RollbackOnAlarms),
            "true without alarms",
            "true with alarms, which are what takes a deployment back",
            "Leave out MonitoringOptions.None, or RollbackOnAlarms.");
        return checks;
    }

    private static void CheckScaling(Checks checks, ServiceScaling scaling)
    {
        const string At = nameof(LoadBalancedServiceProps.Scaling);

        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html: 5,000 tasks a service
        checks.WholeNumber(ErrorCodes.ServiceTaskCount, $"{At}.{nameof(scaling.MinTasks)}", scaling.MinTasks, 1, 5000, "tasks", "Give 2 or more for tasks in two zones; a service without tasks answers nothing.");
        checks.WholeNumber(ErrorCodes.ServiceTaskCount, $"{At}.{nameof(scaling.MaxTasks)}", scaling.MaxTasks, Math.Clamp(scaling.MinTasks, 1, 5000), 5000, "tasks", "It is no less than MinTasks.");
        Percent(checks, $"{At}.{nameof(scaling.CpuUtilization)}", scaling.CpuUtilization);
        Percent(checks, $"{At}.{nameof(scaling.MemoryUtilization)}", scaling.MemoryUtilization);
        checks.WholeNumber(ErrorCodes.ServiceScalingTarget, $"{At}.{nameof(scaling.RequestsPerTask)}", scaling.RequestsPerTask, 1, int.MaxValue, "requests a task and minute", "Give null to turn it off.");
        checks.Seconds(ErrorCodes.ServiceCooldown, $"{At}.{nameof(scaling.ScaleInCooldown)}", scaling.ScaleInCooldown, 0, int.MaxValue, "Give whole seconds.");
        checks.Seconds(ErrorCodes.ServiceCooldown, $"{At}.{nameof(scaling.ScaleOutCooldown)}", scaling.ScaleOutCooldown, 0, int.MaxValue, "Give whole seconds.");
    }

    private static void Percent(Checks checks, string property, double? value) =>
        checks.WholeNumber(ErrorCodes.ServiceScalingTarget, property, value, 1, 100, "percent", "Give null to turn it off.");
}
