using System.Globalization;
using Amazon.CDK;
using Constructs;

namespace ServerlessPatterns;

/// <summary>What a load-balanced service costs while nobody uses it, and what only a human can judge about it.</summary>
internal static class ServiceNotices
{
    // us-east-1, 730 hours a month.
    private const double LoadBalancer = 0.0225 * 730;
    private const double PublicAddress = 0.005 * 730;
    private const double Disk = 30 * 0.08;
    private const double Host = (0.0416 * 730) + Disk;
    private const double ArmHost = (0.0336 * 730) + Disk;

    public static void Add(Construct pattern, ServiceParts parts, LoadBalancedServiceProps props)
    {
        if (parts.Front.LoadBalancerResource is not null)
        {
            var addresses = props.PublicAccess ? parts.Network.Vpc.AvailabilityZones.Length : 0;
            var cost = (LoadBalancer + (addresses * PublicAddress)).ToString("0", CultureInfo.InvariantCulture);
            Annotations.Of(pattern).AddInfo($"The load balancer costs about {cost} USD a month while idle (us-east-1; traffic and tasks come on top).");
        }

        if (props.AllowPlainHttp && props.PublicAccess)
        {
            Notices.AddWarning(pattern, "ServerlessPatterns:PublicPlainHttp", "Requests from the internet come without encryption: passwords and cookies in them are readable on their way. Set Certificate, or DomainName and HostedZone.");
        }
    }

    public static void AddHosts(Construct pattern, LoadBalancedEc2ServiceProps props)
    {
        if (props.CapacityProvider is null && props.InstanceType is null && props.MinInstances > 0)
        {
            var isArm = TaskArchitecture.IsArm(ServiceRequests.Task(props, onEc2: true).Architecture);
            var cost = (props.MinInstances * (isArm ? ArmHost : Host)).ToString("0", CultureInfo.InvariantCulture);
            Annotations.Of(pattern).AddInfo($"The {props.MinInstances} hosts ({HostMachine.DefaultType(isArm)}, 30 GiB) cost about {cost} USD a month while idle (us-east-1).");
        }

        if (props.CapacityProvider is null && props.Cluster is not null)
        {
            Notices.AddWarning(pattern, "ServerlessPatterns:ClusterCapacityProviders", "The cluster that was given gets the capacity provider of this service in place of all that it has. Give CapacityProvider to share the hosts of another service.");
        }
    }
}
