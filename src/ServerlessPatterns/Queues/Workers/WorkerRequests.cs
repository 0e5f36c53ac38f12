using System.Globalization;
using Amazon.CDK.AWS.SQS;

namespace ServerlessPatterns;

/// <summary>What a <see cref="QueueFargateWorker"/> asks of the core of all containers.</summary>
internal static class WorkerRequests
{
    /// <summary>For the checks, which come before there is a queue.</summary>
    public static TaskRequest TaskWithoutQueue(QueueFargateWorkerProps props) => Task(props, string.Empty, 0);

    public static TaskRequest Task(QueueFargateWorkerProps props, IQueue queue) =>
        Task(props, queue.QueueUrl, QueueVisibility.OfGiven(queue));

    public static NetworkRequest Network(QueueFargateWorkerProps props, TaskRequest task) => new()
    {
        Vpc = props.Vpc,
        Cluster = props.Cluster,
        Network = props.Network,
        TaskSubnets = props.TaskSubnets,
        Task = task,
        UsesQueue = true,
        ConfigureVpc = props.ConfigureVpc,
        ConfigureCluster = props.ConfigureCluster,
    };

    private static TaskRequest Task(QueueFargateWorkerProps props, string queueUrl, double? visibilitySeconds)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { [QueueWorkerEnvironment.QueueUrl] = queueUrl };
        if (visibilitySeconds is { } seconds)
        {
            environment[QueueWorkerEnvironment.VisibilityTimeoutSeconds] = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return new TaskRequest
        {
            Source = props.Source,
            Settings = props.ContainerSettings,
            Defaults = new TaskDefaults
            {
                Description = "a worker that processes the messages of a queue",
                Cpu = WorkerDefaults.Cpu,
                MemoryLimitMiB = WorkerDefaults.MemoryLimitMiB,
                StopTimeoutSeconds = WorkerDefaults.StopTimeoutSeconds,
            },
            Environment = environment,
            EnableExecuteCommand = props.EnableExecuteCommand,
            RemovalPolicy = props.RemovalPolicy,
            EncryptionKey = props.EncryptionKey,
            ConfigureTaskDefinition = props.ConfigureTaskDefinition,
            ConfigureContainer = props.ConfigureContainer,
        };
    }
}
