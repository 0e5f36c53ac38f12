using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.Events;

namespace ServerlessPatterns;

/// <summary>Props of <see cref="ScheduledFargateTask"/>.</summary>
public sealed class ScheduledFargateTaskProps : ScheduledProps
{
    /// <summary>Where the image of the container comes from.</summary>
    public required ContainerSource Source { get; init; }

    /// <summary>How the container runs.</summary>
    /// <value>The default value is 0.25 vCPU (256 units), 512 MiB and 120 seconds to stop.</value>
    public ContainerSettings ContainerSettings { get; init; } = new();

    /// <summary>
    /// Environment variables that each run gets anew, in which Scheduler replaces <c>&lt;aws.scheduler.scheduled-time&gt;</c>
    /// and <see href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html">its like</see>.
    /// </summary>
    /// <value>The default value is none.</value>
    public IReadOnlyDictionary<string, string>? RunEnvironment { get; init; }

    /// <summary>How many tasks each run starts, 1 to 10.</summary>
    /// <value>The default value is 1.</value>
    public int TaskCount { get; init; } = 1;

    /// <summary>The network that is made. It, <see cref="Vpc"/> or <see cref="Cluster"/> has to be set.</summary>
    /// <value>The default value is none: each network costs money or opens a door.</value>
    public Network? Network { get; init; }

    /// <summary>A VPC of your own, in which a cluster is made.</summary>
    /// <value>The default value is none.</value>
    public IVpc? Vpc { get; init; }

    /// <summary>A cluster of your own, with its VPC.</summary>
    /// <value>The default value is a new cluster with Container Insights.</value>
    public ICluster? Cluster { get; init; }

    /// <summary>The subnets of the tasks, in a VPC of your own; in public ones the tasks get public addresses.</summary>
    /// <value>The default value is the private subnets, or the isolated ones where there are no others.</value>
    public SubnetSelection? TaskSubnets { get; init; }

    /// <summary>Security groups of your own for the tasks, 1 to 5.</summary>
    /// <value>The default value is a new group that lets nothing in.</value>
    public IReadOnlyList<ISecurityGroup>? SecurityGroups { get; init; }

    /// <summary>The platform that the tasks run on.</summary>
    /// <value>The default value is <c>LATEST</c>.</value>
    public FargatePlatformVersion PlatformVersion { get; init; } = FargatePlatformVersion.LATEST;

    /// <summary>Whether a person with the permission may open a shell in a running container.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool EnableExecuteCommand { get; init; }

    /// <summary>Whether the tags of the task definition are put on its tasks too, for the bill.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool PropagateTags { get; init; }

    /// <summary>Called with the props of the task definition right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<TaskDefinitionProps>? ConfigureTaskDefinition { get; init; }

    /// <summary>Called with the options of the container right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<ContainerDefinitionOptions>? ConfigureContainer { get; init; }

    /// <summary>Called with the props of the VPC of <see cref="Network"/> right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<VpcProps>? ConfigureVpc { get; init; }

    /// <summary>Called with the props of the cluster right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<ClusterProps>? ConfigureCluster { get; init; }

    /// <summary>Called with the props of the rule that reports failed tasks right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<RuleProps>? ConfigureFailureRule { get; init; }
}
