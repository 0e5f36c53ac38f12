using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;

namespace ServerlessPatterns;

/// <summary>Props of <see cref="QueueFargateWorker"/>.</summary>
public sealed class QueueFargateWorkerProps : WorkQueueProps
{
    /// <summary>Where the image of the container comes from.</summary>
    public required ContainerSource Source { get; init; }

    /// <summary>How the container runs.</summary>
    /// <value>The default value is 0.25 vCPU (256 units), 512 MiB and 120 seconds to stop.</value>
    public ContainerSettings ContainerSettings { get; init; } = new();

    /// <summary>The network that is made. It, <see cref="Vpc"/> or <see cref="Cluster"/> has to be set.</summary>
    /// <value>The default value is none: each network costs money or opens a door.</value>
    public Network? Network { get; init; }

    /// <summary>A VPC of your own, in which a cluster is made.</summary>
    /// <value>The default value is none.</value>
    public IVpc? Vpc { get; init; }

    /// <summary>A cluster of your own, with its VPC. It must have Container Insights, which count the tasks for the scaling.</summary>
    /// <value>The default value is a new cluster with Container Insights.</value>
    public ICluster? Cluster { get; init; }

    /// <summary>The subnets of the tasks, in a VPC of your own.</summary>
    /// <value>The default value is the private subnets, or the isolated ones where there are no others.</value>
    public SubnetSelection? TaskSubnets { get; init; }

    /// <summary>
    /// How long a message that was received stays hidden from other tasks, up to 12 hours and not below
    /// <see cref="ContainerSettings.StopTimeout"/>. A message that takes longer needs <c>ChangeMessageVisibility</c>
    /// meanwhile, which the task may call.
    /// </summary>
    /// <value>The default value is 15 minutes.</value>
    public Duration? VisibilityTimeout { get; init; }

    /// <summary>How many tasks run.</summary>
    /// <value>The default value is 1 to 10 tasks, aiming at 10 messages each.</value>
    public QueueWorkerScaling Scaling { get; init; } = new();

    /// <summary>
    /// How many percent of the tasks beyond <see cref="QueueWorkerScaling.MinTasks"/> run on Fargate Spot, 0 to 100: at
    /// about a third of the price, and taken away with two minutes' notice when AWS needs them. What such a task had in
    /// hand comes again after the visibility timeout.
    /// </summary>
    /// <value>The default value is 0.</value>
    public int SpotShare { get; init; }

    /// <summary>
    /// Whether a task may protect itself from scaling and deployments while it processes a message, for work that takes
    /// longer than the stop timeout. The container asks for it at <c>$ECS_AGENT_URI/task-protection/v1/state</c>.
    /// </summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool TaskProtection { get; init; }

    /// <summary>Whether a deployment is taken back when <c>QueueDeadLetters</c> goes off meanwhile.</summary>
    /// <value>The default value is <see langword="true"/>, where there is that alarm.</value>
    public bool? RollbackOnAlarms { get; init; }

    /// <summary>Whether a person with the permission may open a shell in a running container.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool EnableExecuteCommand { get; init; }

    /// <summary>Called with the props of the VPC right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<VpcProps>? ConfigureVpc { get; init; }

    /// <summary>Called with the props of the cluster right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<ClusterProps>? ConfigureCluster { get; init; }

    /// <summary>Called with the props of the task definition right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<TaskDefinitionProps>? ConfigureTaskDefinition { get; init; }

    /// <summary>Called with the options of the container right before it is added.</summary>
    /// <value>The default value is none.</value>
    public Action<ContainerDefinitionOptions>? ConfigureContainer { get; init; }

    /// <summary>Called with the props of the service right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<FargateServiceProps>? ConfigureService { get; init; }
}
