namespace ServerlessPatterns;

/// <summary>What load-balanced services ask of the core of all containers.</summary>
internal static class ServiceRequests
{
    public static TaskRequest Task(LoadBalancedServiceProps props, bool onEc2) => new()
    {
        Source = props.Source,
        Settings = props.ContainerSettings,
        Defaults = new TaskDefaults { Description = "a load-balanced service", Cpu = 256, MemoryLimitMiB = 512 },
        ContainerPort = props.ContainerPort,
        OnEc2 = onEc2,
        EnableExecuteCommand = props.EnableExecuteCommand,
        RemovalPolicy = props.RemovalPolicy,
        EncryptionKey = props.EncryptionKey,
        ConfigureTaskDefinition = props.ConfigureTaskDefinition,
        ConfigureContainer = props.ConfigureContainer,
    };

    public static NetworkRequest Network(LoadBalancedServiceProps props, bool onEc2) => new()
    {
        Vpc = props.Vpc,
        Cluster = props.Cluster,
        Network = props.Network,
        TaskSubnets = props.TaskSubnets,
        Task = Task(props, onEc2),
        PublicAccess = props.PublicAccess,
        ConfigureVpc = props.ConfigureVpc,
        ConfigureCluster = props.ConfigureCluster,
    };
}
