using Amazon.CDK;
using Amazon.CDK.AWS.AutoScaling;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace ServerlessPatterns;

/// <summary>The hosts that the tasks of a <see cref="LoadBalancedEc2Service"/> run on.</summary>
internal sealed class ServiceHosts
{
    private readonly Construct pattern;
    private readonly LoadBalancedEc2ServiceProps props;

    public ServiceHosts(Construct pattern, LoadBalancedEc2ServiceProps props, PatternNetwork network)
    {
        this.pattern = pattern;
        this.props = props;
        SecurityGroup = new SecurityGroup(pattern, "HostSecurityGroup", new SecurityGroupProps
        {
            Vpc = network.Vpc,
            Description = $"Hosts of {pattern.Node.Path}",
            AllowAllOutbound = true,
        });
        network.AllowToEndpoints(SecurityGroup);
        Role = HostRole.Define(pattern, network.Cluster);
        LaunchTemplate = DefineLaunchTemplate(network.Cluster);
        AutoScalingGroup = DefineGroup(network);
        CapacityProvider = DefineProvider();
        Association = CapacityProviders.Associate(pattern, network.Cluster, CapacityProvider.CapacityProviderName);
    }

    public SecurityGroup SecurityGroup { get; }

    public Role Role { get; }

    public LaunchTemplate LaunchTemplate { get; }

    public AutoScalingGroup AutoScalingGroup { get; }

    public AsgCapacityProvider CapacityProvider { get; }

    public CfnResource Association { get; }

    private LaunchTemplate DefineLaunchTemplate(ICluster cluster)
    {
        var isArm = TaskArchitecture.IsArm(ServiceRequests.Task(props, onEc2: true).Architecture);
        var template = new LaunchTemplateProps
        {
            MachineImage = HostMachine.Image(props.HostImage, isArm),
            InstanceType = props.InstanceType ?? new InstanceType(HostMachine.DefaultType(isArm)),
            UserData = HostMachine.UserData(props.HostImage, cluster),
            BlockDevices = HostMachine.Disks(props.HostImage),
            Role = Role,
            SecurityGroup = SecurityGroup,
            RequireImdsv2 = true,
            HttpPutResponseHopLimit = 1,
        };
        props.ConfigureLaunchTemplate?.Invoke(template);
        HostHookChecks.ThrowIfBroken(pattern, template, this);
        return new LaunchTemplate(pattern, "LaunchTemplate", template);
    }

    private AutoScalingGroup DefineGroup(PatternNetwork network)
    {
        var group = new AutoScalingGroupProps
        {
            Vpc = network.Vpc,
            VpcSubnets = network.TaskSubnets,
            LaunchTemplate = LaunchTemplate,
            MinCapacity = props.MinInstances,
            MaxCapacity = props.MaxInstances,
            MaxInstanceLifetime = props.MaxInstanceLifetime ?? Duration.Days(14),
            NewInstancesProtectedFromScaleIn = false,
        };
        props.ConfigureAutoScalingGroup?.Invoke(group);
        HostHookChecks.ThrowIfBroken(pattern, group, this);
        return new AutoScalingGroup(pattern, "AutoScalingGroup", group);
    }

    private AsgCapacityProvider DefineProvider()
    {
        var provider = new AsgCapacityProviderProps
        {
            AutoScalingGroup = AutoScalingGroup,
            EnableManagedScaling = true,
            TargetCapacityPercent = 100,

            // Tasks move to other hosts before theirs ends. Protection against scale-in beside it would only stay on the
            // hosts when the stack is deleted, and the deletion would wait for them for ever.
            // https://github.com/aws/containers-roadmap/issues/2862
            EnableManagedDraining = true,
            EnableManagedTerminationProtection = false,
        };
        props.ConfigureCapacityProvider?.Invoke(provider);
        HostHookChecks.ThrowIfBroken(pattern, provider, AutoScalingGroup);
        return new AsgCapacityProvider(pattern, "CapacityProvider", provider);
    }
}
