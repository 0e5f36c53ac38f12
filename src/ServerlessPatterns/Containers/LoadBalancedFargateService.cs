using System.Diagnostics.CodeAnalysis;
using Amazon.CDK.AWS.CertificateManager;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Constructs;
using CfnResource = Amazon.CDK.CfnResource;

namespace ServerlessPatterns;

/// <summary>
/// A container on Fargate behind an application load balancer. See docs/patterns/load-balanced-fargate.md.
/// </summary>
public sealed class LoadBalancedFargateService : Construct, IGrantable, IConnectable
{
    private readonly ServiceFront front;

    /// <summary>Makes the service.</summary>
    /// <param name="scope">The stack or construct that it belongs to.</param>
    /// <param name="id">Its id there.</param>
    /// <param name="props">What it runs, where, and what differs from the defaults.</param>
    /// <exception cref="PatternValidationException">The props cannot work; the message lists every problem.</exception>
    public LoadBalancedFargateService(Construct scope, string id, LoadBalancedFargateServiceProps props)
        : base(scope, id)
    {
        var request = ServiceRequests.Network(props, onEc2: false);
        LoadBalancedChecks.ThrowIfInvalid(scope, id, props, request);
        PinnedFlags.Pin(this);

        var parts = new ServiceParts(this, props, request);
        front = parts.Front;
        Network = parts.Network;
        Task = parts.Task;
        SecurityGroup = parts.SecurityGroup;
        (Service, Scaling) = FargateResource.Define(this, props, parts);
        Alarms = parts.Alarms.Made;
        ServiceNotices.Add(this, parts, props);
        CapacityProviders.WarnOfSpot(this, props.Cluster, props.SpotShare);
    }

    /// <summary>
    /// Where clients find the service, such as <c>https://shop.example.com</c>; nothing when the load balancer or the
    /// listener was given and there is no <see cref="LoadBalancedServiceProps.DomainName"/>.
    /// </summary>
    [SuppressMessage("Design", "CA1056:URI-like properties should not be strings", Justification = "It holds tokens, which no Uri can.")]
    public string? Url => front.Url;

    /// <summary>The service.</summary>
    public FargateService Service { get; }

    /// <summary>The number of tasks, to which other policies and schedules can be added.</summary>
    public ScalableTaskCount Scaling { get; }

    /// <summary>Task definition, container, roles and log group.</summary>
    public PatternTask Task { get; }

    /// <summary>VPC, subnets and cluster.</summary>
    public PatternNetwork Network { get; }

    /// <summary>The security group of the tasks, which lets in the load balancer on the container's port.</summary>
    public SecurityGroup SecurityGroup { get; }

    /// <summary>The target group.</summary>
    public ApplicationTargetGroup TargetGroup => front.TargetGroup;

    /// <summary>The load balancer, made here or given; nothing when only a listener was given.</summary>
    public IApplicationLoadBalancer? LoadBalancer => front.LoadBalancer;

    /// <summary>The load balancer that was made here.</summary>
    public ApplicationLoadBalancer? LoadBalancerResource => front.LoadBalancerResource;

    /// <summary>The listener that was made here.</summary>
    public ApplicationListener? Listener => front.Listener;

    /// <summary>The listener on port 80 that leads to HTTPS.</summary>
    public ApplicationListener? RedirectListener => front.RedirectListener;

    /// <summary>The rule on the listener that was given.</summary>
    public ApplicationListenerRule? ListenerRule => front.Rule;

    /// <summary>The certificate, made here or given; nothing with plain HTTP.</summary>
    public ICertificate? Certificate => front.Certificate;

    /// <summary>The DNS record of the name.</summary>
    public CfnResource? DomainRecord => front.DomainRecord;

    /// <summary>The bucket of the access logs, made here or given.</summary>
    public IBucket? AccessLogsBucket => front.AccessLogsBucket;

    /// <summary>The web ACL, where one was asked for.</summary>
    public CfnResource? WebAcl => front.WebAcl;

    /// <summary>The alarms, none with <see cref="MonitoringOptions.None"/>.</summary>
    public IReadOnlyList<Alarm> Alarms { get; }

    /// <summary>What runs in the container: whom <c>GrantX</c> of other resources allows something.</summary>
    public IPrincipal GrantPrincipal => Task.GrantPrincipal;

    /// <summary>The network face of the tasks.</summary>
    public Connections_ Connections => Service.Connections;

    /// <summary>How many requests the tasks got.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricRequests(MetricOptions? options = null) => front.Metrics.Requests(options);

    /// <summary>How many requests the tasks answered with 5xx.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricServerErrors(MetricOptions? options = null) => front.Metrics.Errors(options);

    /// <summary>How many seconds the answers of the tasks took, at the 99th percentile.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricResponseTime(MetricOptions? options = null) => front.Metrics.ResponseTime(options);

    /// <summary>How many tasks can answer.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricHealthyTasks(MetricOptions? options = null) => front.Metrics.Healthy(options);

    /// <summary>How much of their CPU the tasks use, in percent.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricCpuUtilization(MetricOptions? options = null) => Service.MetricCpuUtilization(options);

    /// <summary>How much of their memory the tasks use, in percent.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricMemoryUtilization(MetricOptions? options = null) => Service.MetricMemoryUtilization(options);
}
