using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.KMS;

namespace ServerlessPatterns;

/// <summary>Props of <see cref="ImageRepository"/>.</summary>
public sealed class ImageRepositoryProps
{
    /// <summary>
    /// The name of the repository: 2 to 256 lower-case letters and digits, with <c>.</c>, <c>_</c>, <c>-</c> and <c>/</c>
    /// between them. A repository with a name cannot be replaced by a deployment.
    /// </summary>
    /// <value>The default value is one that CloudFormation makes up.</value>
    public string? RepositoryName { get; init; }

    /// <summary>
    /// Whether a tag can be pushed again. With tags that stay, a tag names one image for ever, and a rollback brings it
    /// back.
    /// </summary>
    /// <value>The default value is <c>IMMUTABLE</c>.</value>
    public TagMutability ImageTagMutability { get; init; } = TagMutability.IMMUTABLE;

    /// <summary>
    /// Whether images are scanned for known vulnerabilities when they are pushed, at no cost. An account that has
    /// enhanced scanning on is scanned by Amazon Inspector instead, whatever stands here.
    /// </summary>
    /// <value>The default value is <see langword="true"/>.</value>
    public bool ImageScanOnPush { get; init; } = true;

    /// <summary>
    /// How many images with a tag are kept, the newest, 1 or more. It must reach back over what is running and what a
    /// rollback may need.
    /// </summary>
    /// <value>The default value is 100.</value>
    public int MaxTaggedImages { get; init; } = ImageRepositoryDefaults.MaxTaggedImages;

    /// <summary>After which time images without a tag are deleted, whole days, 1 or more.</summary>
    /// <value>The default value is 7 days.</value>
    public Duration? UntaggedImageExpiration { get; init; }

    /// <summary>The key that encrypts the images. It cannot be changed later.</summary>
    /// <value>The default value is none: AES-256 with keys that ECR owns, at no cost.</value>
    public IKey? EncryptionKey { get; init; }

    /// <summary>What becomes of the repository when the stack goes.</summary>
    /// <value>The default value is <c>RETAIN_ON_UPDATE_OR_DELETE</c>.</value>
    public RemovalPolicy RemovalPolicy { get; init; } = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;

    /// <summary>The alarm on critical findings of a scan.</summary>
    /// <value>The default value is the alarm, with no action.</value>
    public MonitoringOptions Monitoring { get; init; } = new();

    /// <summary>Called with the props of the repository right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<RepositoryProps>? ConfigureRepository { get; init; }

    /// <summary>Called with the props of the rule that counts scans with critical findings, right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<RuleProps>? ConfigureFindingsRule { get; init; }
}
