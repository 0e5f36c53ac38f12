using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Checks props again after <c>ConfigureVpc</c> and <c>ConfigureCluster</c>.</summary>
internal static class NetworkHookChecks
{
    public static void ThrowIfBroken(Construct scope, VpcProps before, VpcProps after)
    {
        const string Hook = "ConfigureVpc";
        var checks = new Checks();
        checks.Require(after.RestrictDefaultSecurityGroup is not true, ErrorCodes.NetworkHookBroke, $"{Hook}.RestrictDefaultSecurityGroup", true, "false: it would make a custom resource with a function of its own", "Empty the default security group by hand; nothing here uses it.");
        checks.Require(after.NatGateways == before.NatGateways, ErrorCodes.NetworkHookBroke, $"{Hook}.NatGateways", after.NatGateways, "the count of Network", "Use Network.Nat(count).");
        var kept = (after.SubnetConfiguration ?? []).Select(subnet => subnet.SubnetType).ToHashSet();
        checks.Require((before.SubnetConfiguration ?? []).All(subnet => kept.Contains(subnet.SubnetType)), ErrorCodes.NetworkHookBroke, $"{Hook}.SubnetConfiguration", "fewer kinds of subnets", "the kinds of Network, and more", "Choose another Network, or give a Vpc of your own.");
        checks.Require(after.EnableDnsSupport is not false && after.EnableDnsHostnames is not false, ErrorCodes.NetworkHookBroke, $"{Hook}.EnableDnsSupport", "off", "on: endpoints are found by name", "Leave DNS support and host names on.");
        checks.ThrowIfAny(nameof(PatternNetwork), scope);
    }

    public static void ThrowIfBroken(Construct scope, IVpc vpc, ClusterProps after)
    {
        const string Hook = "ConfigureCluster";
        var checks = new Checks();
        checks.Require(ReferenceEquals(vpc, after.Vpc), ErrorCodes.NetworkHookBroke, $"{Hook}.Vpc", "another VPC", "the VPC of the network", "Set the pattern's Vpc instead.");
        checks.Require(after.Capacity is null, ErrorCodes.NetworkHookBroke, $"{Hook}.Capacity", "hosts", "nothing: on 2.160.0 it makes a function for their end", "Use LoadBalancedEc2Service for tasks on EC2.");
        checks.Require(after.EnableFargateCapacityProviders is not true, ErrorCodes.NetworkHookBroke, $"{Hook}.EnableFargateCapacityProviders", true, "nothing: a cluster has one list of capacity providers, which the pattern writes where it needs one", "Use SpotShare, or give a Cluster of your own.");
        checks.ThrowIfAny(nameof(PatternNetwork), scope);
    }
}
