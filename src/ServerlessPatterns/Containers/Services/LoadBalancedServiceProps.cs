using Amazon.CDK;
using Amazon.CDK.AWS.CertificateManager;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Route53;
using Amazon.CDK.AWS.S3;

namespace ServerlessPatterns;

/// <summary>What the props of <see cref="LoadBalancedFargateService"/> and of <see cref="LoadBalancedEc2Service"/> have in common.</summary>
public abstract class LoadBalancedServiceProps
{
    private protected LoadBalancedServiceProps()
    {
    }

    /// <summary>Where the image of the container comes from.</summary>
    public required ContainerSource Source { get; init; }

    /// <summary>The port that the container listens on with plain HTTP, 1 to 65535.</summary>
    /// <value>The default value is 8080.</value>
    public int ContainerPort { get; init; } = 8080;

    /// <summary>How the container runs.</summary>
    /// <value>The default value is 0.25 vCPU (256 units), 512 MiB and 30 seconds to stop.</value>
    public ContainerSettings ContainerSettings { get; init; } = new();

    /// <summary>The network that is made. It, <see cref="Vpc"/> or <see cref="Cluster"/> has to be set.</summary>
    /// <value>The default value is none: each network costs money or opens a door.</value>
    public Network? Network { get; init; }

    /// <summary>A VPC of your own, in which a cluster is made.</summary>
    /// <value>The default value is none.</value>
    public IVpc? Vpc { get; init; }

    /// <summary>A cluster of your own, with its VPC.</summary>
    /// <value>The default value is a new cluster with Container Insights.</value>
    public ICluster? Cluster { get; init; }

    /// <summary>The subnets of the tasks, in a VPC of your own.</summary>
    /// <value>The default value is the private subnets, or the isolated ones where there are no others.</value>
    public SubnetSelection? TaskSubnets { get; init; }

    /// <summary>A load balancer of your own, which gets a listener; it is not changed otherwise.</summary>
    /// <value>The default value is a new load balancer.</value>
    public IApplicationLoadBalancer? LoadBalancer { get; init; }

    /// <summary>A listener of your own, which gets a rule: so several services share one load balancer. <see cref="Routing"/> says which requests are this service's.</summary>
    /// <value>The default value is a new listener.</value>
    public IApplicationListener? Listener { get; init; }

    /// <summary>Which requests of <see cref="Listener"/> are this service's.</summary>
    /// <value>The default value is none: a listener that is made here has no other service.</value>
    public ListenerRouting? Routing { get; init; }

    /// <summary>Whether the load balancer is reachable from the internet, from everywhere unless <see cref="AllowedPeers"/> says otherwise.</summary>
    /// <value>The default value is <see langword="false"/>: it has private addresses, and lets in the VPC only.</value>
    public bool PublicAccess { get; init; }

    /// <summary>Who may connect to the load balancer.</summary>
    /// <value>The default value is the addresses of the VPC, or all with <see cref="PublicAccess"/>.</value>
    public IReadOnlyList<IPeer>? AllowedPeers { get; init; }

    /// <summary>The certificate of the listener, in its region.</summary>
    /// <value>The default value is one for <see cref="DomainName"/>, validated in <see cref="HostedZone"/>.</value>
    public ICertificate? Certificate { get; init; }

    /// <summary>The name of the service, such as <c>shop.example.com</c>; it gets a record in <see cref="HostedZone"/>.</summary>
    /// <value>The default value is none: the service is reached by the name of its load balancer.</value>
    public string? DomainName { get; init; }

    /// <summary>
    /// The hosted zone of <see cref="DomainName"/>. A private one needs <see cref="Certificate"/> beside it: a new
    /// certificate can be validated in a public zone only.
    /// </summary>
    /// <value>The default value is none.</value>
    public IHostedZone? HostedZone { get; init; }

    /// <summary>Whether the listener speaks HTTP without encryption. It then has neither certificate nor name.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool AllowPlainHttp { get; init; }

    /// <summary>Whether the load balancer made here refuses to be deleted.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool LoadBalancerDeletionProtection { get; init; }

    /// <summary>Whether the load balancer made here writes a line for each request.</summary>
    /// <value>The default value is <see langword="true"/>.</value>
    public bool AccessLogs { get; init; } = true;

    /// <summary>The bucket of the access logs. It is never reconfigured, and must let the load balancer write as the pattern's page says.</summary>
    /// <value>The default value is a new bucket that keeps them for 90 days.</value>
    public IBucket? AccessLogsBucket { get; init; }

    /// <summary>What the keys of the access logs begin with, without slashes at the ends.</summary>
    /// <value>The default value is empty.</value>
    public string AccessLogsPrefix { get; init; } = string.Empty;

    /// <summary>A web ACL in front of the load balancer made here.</summary>
    /// <value>The default value is none.</value>
    public WafSettings? Waf { get; init; }

    /// <summary>How the load balancer finds out whether a task can answer.</summary>
    /// <value>The default value is <c>GET /</c> every 10 seconds, which must be answered with 200.</value>
    public TargetHealthCheck HealthCheck { get; init; } = new();

    /// <summary>
    /// How long a task that is to end still finishes what it is answering, 0 to 3,600 seconds. Each deployment takes as
    /// long.
    /// </summary>
    /// <value>The default value is 30 seconds.</value>
    public Duration? DeregistrationDelay { get; init; }

    /// <summary>How many tasks run.</summary>
    /// <value>The default value is 2 to 10, by CPU (60 %), memory (80 %) and requests (1,000 a task and minute).</value>
    public ServiceScaling Scaling { get; init; } = new();

    /// <summary>Whether a deployment is taken back when <c>TargetErrors</c> or <c>UnhealthyTasks</c> goes off meanwhile.</summary>
    /// <value>The default value is <see langword="true"/>, unless <see cref="Monitoring"/> is <see cref="MonitoringOptions.None"/>.</value>
    public bool? RollbackOnAlarms { get; init; }

    /// <summary>Whether a person with the permission may open a shell in a running container.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool EnableExecuteCommand { get; init; }

    /// <summary>The key that encrypts the logs of the container. Access logs have S3's own key, which is all that load balancers can write with.</summary>
    /// <value>The default value is none: a key that the service owns, at no cost.</value>
    public IKey? EncryptionKey { get; init; }

    /// <summary>What becomes of logs made here when the stack goes.</summary>
    /// <value>The default value is <c>RETAIN_ON_UPDATE_OR_DELETE</c>.</value>
    public RemovalPolicy RemovalPolicy { get; init; } = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;

    /// <summary>The alarms.</summary>
    /// <value>The default value is all alarms, with no action.</value>
    public MonitoringOptions Monitoring { get; init; } = new();

    /// <summary>Called with the props of the task definition right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<TaskDefinitionProps>? ConfigureTaskDefinition { get; init; }

    /// <summary>Called with the options of the container right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<ContainerDefinitionOptions>? ConfigureContainer { get; init; }

    /// <summary>Called with the props of the VPC of <see cref="Network"/> right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<VpcProps>? ConfigureVpc { get; init; }

    /// <summary>Called with the props of the cluster right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<ClusterProps>? ConfigureCluster { get; init; }

    /// <summary>Called with the props of the load balancer right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<ApplicationLoadBalancerProps>? ConfigureLoadBalancer { get; init; }

    /// <summary>Called with the props of the listener right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<ApplicationListenerProps>? ConfigureListener { get; init; }

    /// <summary>Called with the props of the target group right before it is made; the place for stickiness, slow start or HTTP/2.</summary>
    /// <value>The default value is none.</value>
    public Action<ApplicationTargetGroupProps>? ConfigureTargetGroup { get; init; }

    /// <summary>Called with the props of the bucket for access logs right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<BucketProps>? ConfigureAccessLogsBucket { get; init; }
}
