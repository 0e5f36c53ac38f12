using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Makes the service that runs the tasks of a <see cref="QueueFargateWorker"/>.</summary>
internal static class WorkerService
{
    public static SecurityGroup DefineSecurityGroup(Construct worker, PatternNetwork network)
    {
        var group = new SecurityGroup(worker, "SecurityGroup", new SecurityGroupProps
        {
            Vpc = network.Vpc,
            Description = $"Tasks of {worker.Node.Path}: nobody connects to them",
            AllowAllOutbound = true,
        });
        network.AllowToEndpoints(group);
        return group;
    }

    public static FargateService Define(QueueFargateWorker worker, QueueFargateWorkerProps props, Alarm? rollBack)
    {
        var service = FargateServices.Props(worker.Network, worker.Task, worker.SecurityGroup, props.SpotShare, props.Scaling.MinTasks);
        service.DeploymentAlarms = rollBack is null ? null : new DeploymentAlarmConfig
        {
            AlarmNames = [rollBack.AlarmName],
            Behavior = AlarmBehavior.ROLLBACK_ON_ALARM,
        };
        props.ConfigureService?.Invoke(service);
        ThrowIfBroken(worker, service);
        var made = FargateServices.Define(worker, service, worker.Network, props.Cluster is null);
        ServiceCompletion.Apply(made, worker.Task, service.MaxHealthyPercent, props.EnableExecuteCommand);
        return made;
    }

    private static void ThrowIfBroken(QueueFargateWorker worker, FargateServiceProps after)
    {
        const string Hook = nameof(QueueFargateWorkerProps.ConfigureService);
        var checks = new Checks();
        ServiceHookChecks.Check(checks, after, worker.Cluster, Hook);
        ServiceHookChecks.Check(checks, after.TaskDefinition, after.SecurityGroups, worker.Task, worker.SecurityGroup, Hook);
        checks.ThrowIfAny(nameof(QueueFargateWorker), worker);
    }
}
