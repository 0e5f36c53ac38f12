using Amazon.CDK;
using Amazon.CDK.AWS.EC2;

namespace ServerlessPatterns.Tests;

/// <summary>VPCs as users might have them, without custom resources.</summary>
internal static class GivenVpc
{
    /// <summary>Public subnets, and private ones that no NAT gateway serves.</summary>
    public static Vpc Define(Stack stack) => new(stack, "GivenVpc", new VpcProps
    {
        IpAddresses = IpAddresses.Cidr("10.20.0.0/16"),
        MaxAzs = 2,
        NatGateways = 0,
        RestrictDefaultSecurityGroup = false,
        SubnetConfiguration =
        [
            new SubnetConfiguration { Name = "Public", SubnetType = SubnetType.PUBLIC },
            new SubnetConfiguration { Name = "Private", SubnetType = SubnetType.PRIVATE_WITH_EGRESS },
        ],
    });

    /// <summary>Public subnets, and private ones that a NAT gateway serves.</summary>
    public static Vpc WithNat(Stack stack) =>
        new(stack, "Vpc", new VpcProps { MaxAzs = 2, NatGateways = 1, RestrictDefaultSecurityGroup = false });

    /// <summary>Isolated subnets only.</summary>
    public static Vpc Isolated(Stack stack, int zones = 2, string subnets = "Isolated") => new(stack, "Vpc", new VpcProps
    {
        MaxAzs = zones,
        NatGateways = 0,
        RestrictDefaultSecurityGroup = false,
        SubnetConfiguration = [new SubnetConfiguration { Name = subnets, SubnetType = SubnetType.PRIVATE_ISOLATED }],
    });
}
