using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.Logs;

namespace ServerlessPatterns;

/// <summary>Makes the one container of a task.</summary>
internal static class TaskContainer
{
    /// <summary>The name by which load balancers, overrides and log streams know the container.</summary>
    public const string Name = "app";

    /// <summary>The volumes behind the folders that stay writable.</summary>
    public static IEnumerable<(string Name, string Path)> Volumes(TaskRequest request) =>
        request.WritablePaths.Select((path, index) => ($"writable{index}", path));

    public static ContainerDefinition Define(TaskDefinition task, TaskRequest request, ContainerPackage package, LogGroup logGroup)
    {
        var options = Options(task, request, package, logGroup);
        if (request.ConfigureContainer is { } configure)
        {
            var image = options.Image;
            configure(options);
            TaskHookChecks.ThrowIfBroken(task, request, image, options);
        }

        var container = task.AddContainer("Container", options);
        foreach (var (name, path) in Volumes(request))
        {
            container.AddMountPoints(new MountPoint { SourceVolume = name, ContainerPath = path, ReadOnly = false });
        }

        return container;
    }

    private static ContainerDefinitionOptions Options(TaskDefinition task, TaskRequest request, ContainerPackage package, LogGroup logGroup)
    {
        var settings = request.Settings;
        return new ContainerDefinitionOptions
        {
            ContainerName = Name,
            Image = new UngrantedImage(package),
            Logging = LogDriver(logGroup),
            PortMappings = request.ContainerPort is { } port ? [new PortMapping { ContainerPort = port }] : null,
            Environment = MergeEnvironment(request),
            Secrets = Secrets(settings),
            Command = settings.Command?.ToArray(),
            EntryPoint = settings.EntryPoint?.ToArray(),
            User = settings.User,
            ReadonlyRootFilesystem = settings.ReadonlyRootFilesystem,
            HealthCheck = settings.HealthCheck,
            StopTimeout = settings.StopTimeout ?? Duration.Seconds(request.Defaults.StopTimeoutSeconds),
            LinuxParameters = settings.InitProcessEnabled
                ? new LinuxParameters(task, "LinuxParameters", new LinuxParametersProps { InitProcessEnabled = true })
                : null,

            // On EC2 the limit of the task is none of the container's.
            MemoryLimitMiB = request.OnEc2 ? request.Size.MemoryMiB : null,
        };
    }

    // AwsLogDriverProps.LogGroup has another type in newer CDK versions. A container that waits for its logs to be taken
    // stands still when CloudWatch does: lines that do not fit into the buffer meanwhile are lost instead.
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html
    private static GenericLogDriver LogDriver(LogGroup logGroup) => new(new GenericLogDriverProps
    {
        LogDriver = "awslogs",
        Options = new Dictionary<string, string>
        {
            ["awslogs-group"] = logGroup.LogGroupName,
            ["awslogs-region"] = Stack.Of(logGroup).Region,
            ["awslogs-stream-prefix"] = "ecs",
            ["mode"] = "non-blocking",
            ["max-buffer-size"] = "25m",
        },
    });

    private static Dictionary<string, string> MergeEnvironment(TaskRequest request)
    {
        var merged = new Dictionary<string, string>(request.Environment, StringComparer.Ordinal);
        foreach (var (name, value) in request.Settings.Environment ?? new Dictionary<string, string>())
        {
            merged[name] = value;
        }

        return merged;
    }

    private static Dictionary<string, Secret>? Secrets(ContainerSettings settings) => settings.Secrets is { Count: > 0 } secrets
        ? secrets.ToDictionary(pair => pair.Key, Secret (pair) => new UngrantedSecret(pair.Value), StringComparer.Ordinal)
        : null;
}
