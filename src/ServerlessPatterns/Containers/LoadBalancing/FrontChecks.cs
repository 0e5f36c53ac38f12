using System.Text.RegularExpressions;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Amazon.CDK.AWS.Route53;

namespace ServerlessPatterns;

/// <summary>The checks of a load balancer and of a listener that are not shared.</summary>
internal static partial class FrontChecks
{
    public static void Check(Checks checks, LoadBalancedServiceProps props, IVpc? vpc)
    {
        CheckProtocol(checks, props);
        CheckDomain(checks, props);
        CheckPeers(checks, props, vpc);
        CheckLogs(checks, props);
        if (props.LoadBalancer is null)
        {
            CheckSubnets(checks, props, vpc);
        }
        else if (props.DomainName is not null)
        {
            CheckGivenName(checks, props.LoadBalancer);
        }

        if (props.Waf is { } waf && props.LoadBalancer is null)
        {
            WebAcl.Check(checks, nameof(props.Waf), waf);
        }
    }

    private static void CheckProtocol(Checks checks, LoadBalancedServiceProps props)
    {
        var isEncrypted = props.Certificate is not null || props.DomainName is not null;
        checks.Require(
            isEncrypted != props.AllowPlainHttp,
            ErrorCodes.LoadBalancerProtocol,
            nameof(props.Certificate),
            isEncrypted ? $"a certificate or a name beside {nameof(props.AllowPlainHttp)}" : "nothing",
            $"{nameof(props.Certificate)}, {nameof(props.DomainName)} with {nameof(props.HostedZone)}, or {nameof(props.AllowPlainHttp)} = true",
            isEncrypted ? $"Leave out {nameof(props.AllowPlainHttp)}: port 80 leads to HTTPS." : "Give a certificate for HTTPS; say in as many words when requests are to be readable on their way.");
    }

    private static void CheckDomain(Checks checks, LoadBalancedServiceProps props)
    {
        checks.Require(
            props.DomainName is null == props.HostedZone is null,
            ErrorCodes.LoadBalancerDomain,
            props.DomainName is null ? nameof(props.HostedZone) : nameof(props.DomainName),
            props.DomainName is null ? "a zone without a name" : "a name without a zone",
            "both, or neither",
            "The record of DomainName is made in HostedZone; leave out both where you make it elsewhere, and give Certificate.");
        checks.Require(
            props.Certificate is not null || props.HostedZone is not IPrivateHostedZone,
            ErrorCodes.LoadBalancerDomain,
            nameof(props.HostedZone),
            "a private zone without a certificate",
            "a public zone, in which a new certificate can be validated, or Certificate beside the zone",
            "Give Certificate: the authority does not see private zones, and the deployment would wait for it in vain.");
        if (props.DomainName is not { } name || Tokens.IsUnresolved(name))
        {
            return;
        }

        var zone = props.HostedZone?.ZoneName;
        checks.Require(
            DomainName().IsMatch(name) && (zone is null || Tokens.IsUnresolved(zone) || IsIn(name, zone)),
            ErrorCodes.LoadBalancerDomain,
            nameof(props.DomainName),
            Checks.Quote(name),
            zone is null ? "a name in lower case, such as shop.example.com" : $"a name in lower case that is {zone.TrimEnd('.')} or ends in .{zone.TrimEnd('.')}",
            "Correct the name, or give the zone that it is in.");
    }

    // An imported load balancer may lack what its record needs, and throws when it is asked.
    private static void CheckGivenName(Checks checks, IApplicationLoadBalancer loadBalancer)
    {
        try
        {
            _ = (loadBalancer.LoadBalancerDnsName, loadBalancer.LoadBalancerCanonicalHostedZoneId);
        }
        catch (Exception exception) when (exception.Message.Contains("was not provided", StringComparison.Ordinal))
        {
            checks.Add(
                ErrorCodes.LoadBalancerDomain,
                nameof(LoadBalancedServiceProps.LoadBalancer),
                "a load balancer that was imported without its DNS name and zone",
                "one with both beside DomainName, whose record leads there",
                "Import it with LoadBalancerDnsName and LoadBalancerCanonicalHostedZoneId, or with FromLookup.");
        }
    }

    private static bool IsIn(string name, string zone)
    {
        var end = zone.TrimEnd('.');
        return name == end || name.EndsWith($".{end}", StringComparison.Ordinal);
    }

    private static void CheckPeers(Checks checks, LoadBalancedServiceProps props, IVpc? vpc)
    {
        checks.Require(
            props.AllowedPeers is null or { Count: > 0 },
            ErrorCodes.LoadBalancerPeers,
            nameof(props.AllowedPeers),
            "an empty list",
            "at least one peer, or nothing for the default",
            "Leave it out, or add Peer.Ipv4(...), a prefix list or a security group.");
        checks.Require(
            props.AllowedPeers is not null || props.PublicAccess || vpc is null || VpcCidr.Of(vpc) is not null,
            ErrorCodes.LoadBalancerPeers,
            nameof(props.AllowedPeers),
            "nothing, and a VPC that was imported without its addresses",
            "the peers that may connect",
            "Set AllowedPeers, or import the VPC with VpcCidrBlock.");
    }

    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
    private static void CheckLogs(Checks checks, LoadBalancedServiceProps props)
    {
        var prefix = props.AccessLogsPrefix;
        checks.Require(
            Tokens.IsUnresolved(prefix) || (!prefix.StartsWith('/') && !prefix.EndsWith('/') && !prefix.Contains("AWSLogs", StringComparison.Ordinal)),
            ErrorCodes.LoadBalancerLogs,
            nameof(props.AccessLogsPrefix),
            Checks.Quote(prefix),
            "a prefix without slashes at the ends and without AWSLogs, which the load balancer adds itself",
            "Give logs/shop, for instance.");
        checks.Require(
            props.AccessLogs || (props.AccessLogsBucket is null && props.ConfigureAccessLogsBucket is null && prefix.Length == 0),
            ErrorCodes.LoadBalancerLogs,
            nameof(props.AccessLogs),
            "false beside settings of the logs",
            "true with those settings",
            "Leave out one of the two.");
        checks.Require(
            props.AccessLogsBucket is null || props.ConfigureAccessLogsBucket is null,
            ErrorCodes.LoadBalancerLogs,
            nameof(props.ConfigureAccessLogsBucket),
            $"a hook beside {nameof(props.AccessLogsBucket)}",
            "one of the two: what is given is never reconfigured",
            "Configure the bucket where it is made.");
        checks.Require(
            props.AccessLogsBucket?.EncryptionKey is null,
            ErrorCodes.LoadBalancerLogs,
            nameof(props.AccessLogsBucket),
            "a bucket with a customer key",
            "a bucket with S3's own keys (SSE-S3), which are all that load balancers write with",
            "Give another bucket, or leave it out.");
    }

    private static void CheckSubnets(Checks checks, LoadBalancedServiceProps props, IVpc? vpc)
    {
        if (vpc is null)
        {
            return;
        }

        checks.Require(
            !props.PublicAccess || vpc.PublicSubnets.Length > 0,
            ErrorCodes.LoadBalancerSubnets,
            nameof(props.PublicAccess),
            "true in a VPC without public subnets",
            "public subnets in two zones, where a public load balancer stands",
            "Give a VPC that has them, or leave out PublicAccess.");
        if (props.PublicAccess && vpc.PublicSubnets.Length == 0)
        {
            return;
        }

        // A VPC may have more zones than the subnets of the kind that the load balancer stands in.
        var zones = vpc.SelectSubnets(LoadBalancerResources.Subnets(props.PublicAccess, vpc)).AvailabilityZones;
        checks.Require(
            zones.Distinct(StringComparer.Ordinal).Count() != 1,
            ErrorCodes.LoadBalancerSubnets,
            props.Cluster is null ? nameof(props.Vpc) : nameof(props.Cluster),
            vpc.AvailabilityZones.Length == 1 ? "a VPC with one zone" : $"a VPC whose subnets for the load balancer are all in {zones[0]}",
            "two zones or more, which every load balancer needs",
            $"Give a VPC with {(props.PublicAccess ? "public " : "")}subnets in two zones.");
    }

    [GeneratedRegex(@"^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DomainName();
}
