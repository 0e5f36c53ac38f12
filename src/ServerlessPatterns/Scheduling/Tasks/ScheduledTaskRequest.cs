using Amazon.CDK.AWS.ECS;

namespace ServerlessPatterns;

/// <summary>What a <see cref="ScheduledFargateTask"/> asks of its task and its network.</summary>
internal static class ScheduledTaskRequest
{
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskOverride.html
    public const int MostOverrideCharacters = 8192;

    public static TaskRequest Task(ScheduledFargateTaskProps props) => new()
    {
        Source = props.Source,
        Settings = props.ContainerSettings,
        Defaults = new TaskDefaults
        {
            Description = "Runs on a schedule",
            Cpu = 256,
            MemoryLimitMiB = 512,

            // Two minutes are the most that Fargate grants a job to put its unfinished work in order.
            StopTimeoutSeconds = 120,
        },
        EnableExecuteCommand = props.EnableExecuteCommand,
        RemovalPolicy = props.RemovalPolicy,
        EncryptionKey = props.EncryptionKey,
        ConfigureTaskDefinition = props.ConfigureTaskDefinition,
        ConfigureContainer = props.ConfigureContainer,
    };

    public static NetworkRequest Network(ScheduledFargateTaskProps props) => new()
    {
        Vpc = props.Vpc,
        Cluster = props.Cluster,
        Network = props.Network,
        TaskSubnets = props.TaskSubnets,
        Task = Task(props),
        ConfigureVpc = props.ConfigureVpc,
        ConfigureCluster = props.ConfigureCluster,
    };

    /// <summary>What ECS changes in the task definition for one run.</summary>
    public static string? Overrides(ScheduledFargateTaskProps props) => props.RunEnvironment is not { Count: > 0 } environment
        ? null
        : ScheduleInput.Write(new
        {
            containerOverrides = new[]
            {
                new { name = TaskContainer.Name, environment = environment.Select(pair => new { name = pair.Key, value = pair.Value }).ToArray() },
            },
        });

    /// <summary>How <c>RunTask</c> spells the platform.</summary>
    public static string Platform(FargatePlatformVersion version) => version == FargatePlatformVersion.LATEST
        ? "LATEST"
        : $"{version.ToString()["VERSION".Length..].Replace('_', '.')}.0";
}
