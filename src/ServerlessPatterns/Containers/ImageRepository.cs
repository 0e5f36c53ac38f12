using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace ServerlessPatterns;

/// <summary>
/// An ECR repository for the images of container patterns, in a stack of its own so that an image can be pushed before
/// the service that runs it exists. See docs/patterns/image-repository.md.
/// </summary>
public sealed class ImageRepository : Construct
{
    private static readonly string[] Pull = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];

    // What docker push, and the SDK's own push, ask for: they look for layers and for the image first.
    private static readonly string[] Push =
    [
        .. Pull, "ecr:CompleteLayerUpload", "ecr:DescribeImages", "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart",
    ];

    /// <summary>Makes the repository.</summary>
    /// <param name="scope">The stack or construct that it belongs to.</param>
    /// <param name="id">Its id there.</param>
    /// <param name="props">What differs from the defaults.</param>
    /// <exception cref="PatternValidationException">The props cannot work; the message lists every problem.</exception>
    public ImageRepository(Construct scope, string id, ImageRepositoryProps? props = null)
        : base(scope, id)
    {
        props ??= new ImageRepositoryProps();
        ImageRepositoryChecks.ThrowIfInvalid(scope, id, props);
        PinnedFlags.Pin(this);

        var repository = ImageRepositoryResource.Define(this, props);
        Repository = repository;
        var alarms = new PatternAlarms(new Construct(this, "Alarms"), props.Monitoring);
        if (props.ImageScanOnPush && props.Monitoring.Enabled)
        {
            FindingsRule = ImageRepositoryFindings.DefineRule(this, props, repository);
            ImageRepositoryFindings.AddAlarm(FindingsRule, alarms);
        }

        Alarms = alarms.Made;
    }

    /// <summary>The repository, for <see cref="ContainerSource.FromEcr"/> and <see cref="FunctionCode.FromImage"/>.</summary>
    public IRepository Repository { get; }

    /// <summary>The rule that counts scans with critical findings; nothing without scans or alarms.</summary>
    public Rule? FindingsRule { get; }

    /// <summary>The alarm, none with <see cref="MonitoringOptions.None"/> or without scans.</summary>
    public IReadOnlyList<Alarm> Alarms { get; }

    /// <summary>Allows a grantee to pull images.</summary>
    /// <param name="grantee">Who may pull; another account gets it in the repository's policy.</param>
    /// <returns>What was granted on the repository.</returns>
    public Grant GrantPull(IGrantable grantee) => Grant(grantee, Pull);

    /// <summary>Allows a grantee to push images, and to read the digest of what was pushed; a pipeline's role, for instance.</summary>
    /// <param name="grantee">Who may push; another account gets it in the repository's policy.</param>
    /// <returns>What was granted on the repository.</returns>
    public Grant GrantPush(IGrantable grantee) => Grant(grantee, Push);

    /// <summary>How often images were pulled.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricPulls(MetricOptions? options = null)
    {
        var metric = new Metric(new MetricProps
        {
            Namespace = "AWS/ECR",
            MetricName = "RepositoryPullCount",
            DimensionsMap = new Dictionary<string, string> { ["RepositoryName"] = Repository.RepositoryName },
            Statistic = Stats.SUM,
        });
        return options is null ? metric : metric.With(options);
    }

    private Grant Grant(IGrantable grantee, string[] actions)
    {
        // The token opens the registry, not a repository, so there is none to name.
        Amazon.CDK.AWS.IAM.Grant.AddToPrincipal(new GrantOnPrincipalOptions
        {
            Grantee = grantee,
            Actions = ["ecr:GetAuthorizationToken"],
            ResourceArns = ["*"],
            Scope = this,
        });
        return Repository.Grant(grantee, actions);
    }
}
