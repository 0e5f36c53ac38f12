using Amazon.CDK.AWS.CertificateManager;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Amazon.CDK.AWS.S3;
using Constructs;
using CfnResource = Amazon.CDK.CfnResource;

namespace ServerlessPatterns;

/// <summary>What stands in front of a service: a load balancer with its listeners, or a rule on a listener that others share.</summary>
internal sealed class ServiceFront
{
    private readonly Construct scope;
    private readonly LoadBalancedServiceProps props;
    private readonly IVpc vpc;

    public ServiceFront(Construct scope, LoadBalancedServiceProps props, IVpc vpc)
    {
        this.scope = scope;
        this.props = props;
        this.vpc = vpc;
        TargetGroup = TargetGroupResource.Define(scope, props, vpc);
        if (props.Listener is { } shared)
        {
            Rule = DefineRule(shared);
            Metrics = new TargetMetrics(TargetGroup, LoadBalancerName.In(shared.ListenerArn));
            return;
        }

        LoadBalancerResource = props.LoadBalancer is null ? LoadBalancerResources.Define(scope, props, vpc) : null;
        LoadBalancer = props.LoadBalancer ?? LoadBalancerResource!;
        AccessLogsBucket = LoadBalancerResource is null ? null : LoadBalancerLogs.Write(scope, LoadBalancerResource, props);
        Certificate = LoadBalancerDomain.Certificate(scope, props);
        Listener = DefineListener(LoadBalancer);
        DomainRecord = LoadBalancerDomain.Record(scope, props, LoadBalancer);
        WebAcl = props.Waf is { } waf ? ServerlessPatterns.WebAcl.Define(scope, waf, LoadBalancer.LoadBalancerArn) : null;
        Metrics = new TargetMetrics(TargetGroup, LoadBalancerName.In(LoadBalancer.LoadBalancerArn));
    }

    public ApplicationTargetGroup TargetGroup { get; }

    public TargetMetrics Metrics { get; }

    public IApplicationLoadBalancer? LoadBalancer { get; }

    public ApplicationLoadBalancer? LoadBalancerResource { get; }

    public ApplicationListener? Listener { get; }

    public ApplicationListener? RedirectListener { get; private set; }

    public ApplicationListenerRule? Rule { get; }

    public IBucket? AccessLogsBucket { get; }

    public ICertificate? Certificate { get; }

    public CfnResource? DomainRecord { get; }

    public CfnResource? WebAcl { get; }

    /// <summary>Where clients find the service, as far as that is known here.</summary>
    public string? Url => (props.DomainName, LoadBalancerResource) switch
    {
        ({ } name, _) => $"https://{name}",
        (null, { } made) => $"{(Certificate is null ? "http" : "https")}://{made.LoadBalancerDnsName}",
        _ => null,
    };

    // The rule belongs to this stack and knows the listener, which knows nothing of it: no cycle between their stacks.
    private ApplicationListenerRule DefineRule(IApplicationListener listener)
    {
        var routing = props.Routing!;
        List<ListenerCondition> conditions = [];
        if (routing.PathPatterns.Count > 0)
        {
            conditions.Add(ListenerCondition.PathPatterns([.. routing.PathPatterns]));
        }

        if (routing.HostHeaders.Count > 0)
        {
            conditions.Add(ListenerCondition.HostHeaders([.. routing.HostHeaders]));
        }

        return new ApplicationListenerRule(scope, "ListenerRule", new ApplicationListenerRuleProps
        {
            Listener = listener,
            Priority = routing.Priority,
            Conditions = [.. conditions],
            Action = ListenerAction.Forward([TargetGroup]),
        });
    }

    private ApplicationListener DefineListener(IApplicationLoadBalancer loadBalancer)
    {
        var listener = new ApplicationListenerProps
        {
            LoadBalancer = loadBalancer,
            Port = Certificate is null ? 80 : 443,
            Protocol = Certificate is null ? ApplicationProtocol.HTTP : ApplicationProtocol.HTTPS,

            // The type that FromCertificateManager takes differs between CDK versions.
            Certificates = Certificate is null ? null : [ListenerCertificate.FromArn(Certificate.CertificateArn)],

            // TLS 1.2 and 1.3 with forward secrecy, whatever the CDK takes by default.
            SslPolicy = Certificate is null ? null : SslPolicy.TLS13_RES,
            DefaultAction = ListenerAction.Forward([TargetGroup]),
            Open = false,
        };
        props.ConfigureListener?.Invoke(listener);
        ServiceHookChecks.ThrowIfBroken(scope, listener, loadBalancer, isEncrypted: Certificate is not null);
        var made = new ApplicationListener(scope, "Listener", listener);
        var ingress = new LoadBalancerIngress(scope, loadBalancer, props, vpc);
        ingress.Open(made.Port);
        if (Certificate is not null)
        {
            RedirectListener = new ApplicationListener(scope, "RedirectListener", new ApplicationListenerProps
            {
                LoadBalancer = loadBalancer,
                Port = 80,
                Protocol = ApplicationProtocol.HTTP,
                DefaultAction = ListenerAction.Redirect(new RedirectOptions
                {
                    Protocol = "HTTPS",
                    Port = Tokens.Text(made.Port),
                    Permanent = true,
                }),
                Open = false,
            });
            ingress.Open(80);
        }

        return made;
    }
}
