using System.Reflection;
using Amazon.CDK;
using Amazon.CDK.AWS.CertificateManager;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Route53;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace ServerlessPatterns.Tests.Containers.LoadBalancing;

/// <summary>The props that both kinds of service have, by the same names: one case is made with either.</summary>
internal sealed record ServiceInput
{
    public const string CertificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/1";

    public ContainerSource? Source { get; init; }

    public int? ContainerPort { get; init; }

    public ContainerSettings? ContainerSettings { get; init; }

    public Network? Network { get; init; }

    public IVpc? Vpc { get; init; }

    public ICluster? Cluster { get; init; }

    public SubnetSelection? TaskSubnets { get; init; }

    public IApplicationLoadBalancer? LoadBalancer { get; init; }

    public IApplicationListener? Listener { get; init; }

    public ListenerRouting? Routing { get; init; }

    public bool? PublicAccess { get; init; }

    public IReadOnlyList<IPeer>? AllowedPeers { get; init; }

    public ICertificate? Certificate { get; init; }

    public string? DomainName { get; init; }

    public IHostedZone? HostedZone { get; init; }

    public bool? AllowPlainHttp { get; init; }

    public bool? LoadBalancerDeletionProtection { get; init; }

    public bool? AccessLogs { get; init; }

    public IBucket? AccessLogsBucket { get; init; }

    public string? AccessLogsPrefix { get; init; }

    public WafSettings? Waf { get; init; }

    public TargetHealthCheck? HealthCheck { get; init; }

    public Duration? DeregistrationDelay { get; init; }

    public ServiceScaling? Scaling { get; init; }

    public bool? RollbackOnAlarms { get; init; }

    public bool? EnableExecuteCommand { get; init; }

    public IKey? EncryptionKey { get; init; }

    public RemovalPolicy? RemovalPolicy { get; init; }

    public MonitoringOptions? Monitoring { get; init; }

    public Action<VpcProps>? ConfigureVpc { get; init; }

    public Action<ClusterProps>? ConfigureCluster { get; init; }

    public Action<TaskDefinitionProps>? ConfigureTaskDefinition { get; init; }

    public Action<ContainerDefinitionOptions>? ConfigureContainer { get; init; }

    public Action<ApplicationLoadBalancerProps>? ConfigureLoadBalancer { get; init; }

    public Action<ApplicationListenerProps>? ConfigureListener { get; init; }

    public Action<ApplicationTargetGroupProps>? ConfigureTargetGroup { get; init; }

    public Action<BucketProps>? ConfigureAccessLogsBucket { get; init; }

    /// <summary>The least that works: an image of ECR, an isolated network, a certificate.</summary>
    public static ServiceInput Minimal(Construct scope) => new()
    {
        Network = Network.Isolated(),
        Certificate = Imported(scope),
    };

    public static ICertificate Imported(Construct scope) =>
        Amazon.CDK.AWS.CertificateManager.Certificate.FromCertificateArn(scope, "ImportedCertificate", CertificateArn);

    public static IHostedZone Zone(Construct scope) =>
        Amazon.CDK.AWS.Route53.HostedZone.FromHostedZoneAttributes(scope, "Zone", new HostedZoneAttributes { HostedZoneId = "Z1", ZoneName = "example.com" });

    /// <summary>The props of one kind of service, with what is set here and what only that kind has.</summary>
    public TProps To<TProps>(Construct scope, object? own = null)
        where TProps : LoadBalancedServiceProps
    {
        var props = Activator.CreateInstance<TProps>();
        foreach (var from in new[] { this, own }.OfType<object>())
        {
            foreach (var property in from.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                if (property.GetValue(from) is { } value)
                {
                    typeof(TProps).GetProperty(property.Name)!.SetValue(props, value);
                }
            }
        }

        if (Source is null)
        {
            var repository = scope.Node.TryFindChild("Repository") as IRepository ?? Repository.FromRepositoryName(scope, "Repository", "shop");
            typeof(TProps).GetProperty(nameof(Source))!.SetValue(props, ContainerSource.FromEcr(repository, "1.0.0"));
        }

        return props;
    }
}
