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
        ServiceCompletion.Apply(service, Task, maxHealthyPercent, props.EnableExecuteCommand);
        service.AttachToApplicationTargetGroup(Front.TargetGroup);
        var scaling = TaskScaling.Define(service, props.Scaling, Front.TargetGroup);
        ServiceAlarms.Add(service, Front.Metrics, props.Scaling, Alarms);
        return scaling;
    }
}
