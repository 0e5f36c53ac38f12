using Amazon.CDK.AWS.CertificateManager;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Constructs;
using CfnResource = Amazon.CDK.CfnResource;

namespace ServerlessPatterns;

/// <summary>The certificate and the DNS record of a load balancer.</summary>
internal static class LoadBalancerDomain
{
    /// <summary>The certificate that was given, or one for the name that is validated in its zone; none with plain HTTP.</summary>
    public static ICertificate? Certificate(Construct scope, LoadBalancedServiceProps props)
    {
        if (props.Certificate is not null || props.DomainName is not { } name)
        {
            return props.Certificate;
        }

        return new Certificate(scope, "Certificate", new CertificateProps
        {
            DomainName = name,
            Validation = CertificateValidation.FromDns(props.HostedZone),
        });
    }

    public static CfnResource? Record(Construct scope, LoadBalancedServiceProps props, IApplicationLoadBalancer loadBalancer) =>
        props.DomainName is { } name && props.HostedZone is { } zone
            ? AliasRecord.Define(scope, "DomainRecord", zone, name, "A", loadBalancer.LoadBalancerDnsName, loadBalancer.LoadBalancerCanonicalHostedZoneId)
            : null;
}
