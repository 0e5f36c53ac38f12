using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;

namespace ServerlessPatterns;

/// <summary>
/// How a pattern's container runs. Everything that is left out takes the default of the pattern, which its page in
/// docs/patterns lists.
/// </summary>
public sealed class ContainerSettings
{
    /// <summary>
    /// CPU units of a task, 1,024 for each vCPU. On Fargate 256, 512, 1024, 2048, 4096, 8192, 16384 or 32768; on EC2
    /// 128 to 196,608. See https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html.
    /// </summary>
    /// <value>The default value is the pattern's, or the least that has <see cref="MemoryLimitMiB"/>.</value>
    public double? Cpu { get; init; }

    /// <summary>Memory of a task in MiB. On Fargate each <see cref="Cpu"/> has its own sizes; on EC2 6 or more.</summary>
    /// <value>The default value is the pattern's, or the least that <see cref="Cpu"/> allows.</value>
    public double? MemoryLimitMiB { get; init; }

    /// <summary>The processor that the tasks run on. <c>ARM64</c> costs a fifth less on Fargate.</summary>
    /// <value>The default value is <c>X86_64</c>.</value>
    public CpuArchitecture? CpuArchitecture { get; init; }

    /// <summary>The disk of a Fargate task, 21 to 200 GiB; what is above 20 costs.</summary>
    /// <value>The default value is 20 GiB, which costs nothing.</value>
    public double? EphemeralStorageGiB { get; init; }

    /// <summary>Environment variables beside those that the pattern sets.</summary>
    /// <value>The default value is none.</value>
    public IReadOnlyDictionary<string, string>? Environment { get; init; }

    /// <summary>
    /// Environment variables whose values are read when a task starts: <c>ContainerSecret.FromSecretsManager(secret, field)</c>
    /// or <c>ContainerSecret.FromSsmParameter(parameter)</c>. The execution role may read these and no others.
    /// </summary>
    /// <value>The default value is none.</value>
    public IReadOnlyDictionary<string, ContainerSecret>? Secrets { get; init; }

    /// <summary>The command, in place of the image's.</summary>
    /// <value>The default value is the image's.</value>
    public IReadOnlyList<string>? Command { get; init; }

    /// <summary>The entry point, in place of the image's.</summary>
    /// <value>The default value is the image's.</value>
    public IReadOnlyList<string>? EntryPoint { get; init; }

    /// <summary>Whom the container runs as: a name, an id, or both user and group as <c>1000:1000</c>.</summary>
    /// <value>The default value is the image's, which should not be root.</value>
    public string? User { get; init; }

    /// <summary>Whether the container's root file system refuses to be written.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool ReadonlyRootFilesystem { get; init; }

    /// <summary>
    /// Folders of the container that are empty volumes of their own and so stay writable. A user other than root can
    /// write there if the image has the folder as his, and names it in <c>VOLUME</c>.
    /// </summary>
    /// <value>The default value is <c>/tmp</c> with <see cref="ReadonlyRootFilesystem"/>, else none.</value>
    public IReadOnlyList<string>? WritablePaths { get; init; }

    /// <summary>
    /// The command with which ECS asks the container itself whether it is healthy. The image must hold what the command
    /// needs: <c>CMD-SHELL</c> a shell, for instance.
    /// </summary>
    /// <value>The default value is none.</value>
    public IHealthCheck? HealthCheck { get; init; }

    /// <summary>How long a container may take to end after SIGTERM, 2 to 120 seconds, before it is killed.</summary>
    /// <value>The default value is the pattern's.</value>
    public Duration? StopTimeout { get; init; }

    /// <summary>Whether a small init process starts the container's own, passes signals on and buries orphans.</summary>
    /// <value>The default value is <see langword="true"/>.</value>
    public bool InitProcessEnabled { get; init; } = true;

    /// <summary>How long the logs are kept.</summary>
    /// <value>The default value is 30 days (<c>ONE_MONTH</c>).</value>
    public RetentionDays? LogRetention { get; init; }

    /// <summary>A role of your own for what runs in the container.</summary>
    /// <value>The default value is a new role that allows nothing until it is granted something.</value>
    public IRole? TaskRole { get; init; }

    /// <summary>
    /// A role of your own with which ECS pulls the image, reads the secrets and writes the logs. Its permissions come to
    /// it in a policy of the pattern's stack.
    /// </summary>
    /// <value>The default value is a new role, with no managed policy.</value>
    public IRole? ExecutionRole { get; init; }
}
