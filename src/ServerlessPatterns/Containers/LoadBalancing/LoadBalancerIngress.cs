using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Who may connect to a load balancer.</summary>
internal sealed class LoadBalancerIngress
{
    private readonly List<ISecurityGroup> groups;
    private readonly IReadOnlyList<IPeer> peers;

    public LoadBalancerIngress(Construct scope, IApplicationLoadBalancer loadBalancer, LoadBalancedServiceProps props, IVpc vpc)
    {
        groups = [.. loadBalancer.Connections.SecurityGroups];
        if (props.LoadBalancer is not null)
        {
            // Imported once more, so that the rules are in this stack: the load balancer's own need not change, and
            // cannot come to depend on this one.
            groups = [.. groups.Select((group, index) => SecurityGroup.FromSecurityGroupId(scope, $"LoadBalancerSecurityGroup{index}", group.SecurityGroupId))];
        }

        peers = props.AllowedPeers ?? [props.PublicAccess ? Peer.AnyIpv4() : Peer.Ipv4(VpcCidr.Of(vpc)!)];
    }

    public void Open(double port)
    {
        foreach (var group in groups)
        {
            foreach (var peer in peers)
            {
                group.AddIngressRule(peer, Port.Tcp(port), "Clients of the load balancer");
            }
        }
    }
}
