using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.KMS;

namespace ServerlessPatterns;

/// <summary>All that a pattern hands to <see cref="PatternTask"/>: what the user set, and what the pattern adds.</summary>
internal sealed record TaskRequest
{
    public required ContainerSource Source { get; init; }

    public required ContainerSettings Settings { get; init; }

    public required TaskDefaults Defaults { get; init; }

    /// <summary>The port that the container listens on, where something connects to it.</summary>
    public int? ContainerPort { get; init; }

    /// <summary>The variables that the pattern sets; a user's own may not hide them.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the tasks run on EC2 instances; on Fargate otherwise.</summary>
    public bool OnEc2 { get; init; }

    /// <summary>Whether a person may open a shell in the container.</summary>
    public bool EnableExecuteCommand { get; init; }

    public required RemovalPolicy RemovalPolicy { get; init; }

    public IKey? EncryptionKey { get; init; }

    public Action<TaskDefinitionProps>? ConfigureTaskDefinition { get; init; }

    public Action<ContainerDefinitionOptions>? ConfigureContainer { get; init; }

    public TaskSize Size => TaskSize.Of(this);

    public CpuArchitecture Architecture => Settings.CpuArchitecture ?? CpuArchitecture.X86_64;

    public IReadOnlyList<string> WritablePaths => Settings.WritablePaths ?? (Settings.ReadonlyRootFilesystem ? ["/tmp"] : []);
}
