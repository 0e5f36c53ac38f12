using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Constructs;

namespace ServerlessPatterns;

/// <summary>What both kinds of load-balanced service are made of, apart from what their tasks run on.</summary>
internal sealed class ServiceParts
{
    private readonly LoadBalancedServiceProps props;

    public ServiceParts(Construct pattern, LoadBalancedServiceProps props, NetworkRequest request)
    {
        this.props = props;
        Alarms = new PatternAlarms(new Construct(pattern, "Alarms"), props.Monitoring);
        Network = new PatternNetwork(pattern, "Network", request);
        Task = new PatternTask(pattern, "Task", request.Task);
        SecurityGroup = new SecurityGroup(pattern, "SecurityGroup", new SecurityGroupProps
        {
            Vpc = Network.Vpc,
            Description = $"Tasks of {pattern.Node.Path}",
            AllowAllOutbound = true,
        });
        Network.AllowToEndpoints(SecurityGroup);
        Front = new ServiceFront(pattern, props, Network.Vpc);
        var ofTargets = ServiceAlarms.AddOfTargets(Front.Metrics, Alarms);
        DeploymentAlarms = ofTargets.Count > 0 && props.RollbackOnAlarms is not false
            ? new DeploymentAlarmConfig
            {
                AlarmNames = [.. ofTargets.Select(alarm => alarm.AlarmName)],
                Behavior = AlarmBehavior.ROLLBACK_ON_ALARM,
            }
            : null;
    }

    public PatternAlarms Alarms { get; }

    public PatternNetwork Network { get; }

    public PatternTask Task { get; }

    public SecurityGroup SecurityGroup { get; }

    public ServiceFront Front { get; }

    public DeploymentAlarmConfig? DeploymentAlarms { get; }

    /// <summary>Gives the service its requests, its tasks and its alarms.</summary>
    public ScalableTaskCount Complete(BaseService service, double? maxHealthyPercent)
    {
        Task.Precede(service);
        service.AttachToApplicationTargetGroup(Front.TargetGroup);
        var resource = (CfnService)service.Node.DefaultChild!;

        // Only a service that may run more tasks than it has can move them between zones. Not in every CDK version.
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html
        resource.AddPropertyOverride("AvailabilityZoneRebalancing", maxHealthyPercent is null or > 100 ? "ENABLED" : "DISABLED");

        // The CDK's own setting would give the task role more than it needs, and PatternTask has given it that.
        resource.AddPropertyOverride("EnableExecuteCommand", props.EnableExecuteCommand);
        var scaling = TaskScaling.Define(service, props.Scaling, Front.TargetGroup);
        ServiceAlarms.Add(service, Front.Metrics, props.Scaling, Alarms);
        return scaling;
    }
}
