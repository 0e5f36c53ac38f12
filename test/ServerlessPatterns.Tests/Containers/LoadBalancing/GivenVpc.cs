using Amazon.CDK;
using Amazon.CDK.AWS.EC2;

namespace ServerlessPatterns.Tests.Containers.LoadBalancing;

/// <summary>A VPC as a user might have one, without NAT gateways and custom resources.</summary>
internal static class GivenVpc
{
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
}
