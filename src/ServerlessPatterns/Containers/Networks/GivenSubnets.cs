using Amazon.CDK.AWS.EC2;

namespace ServerlessPatterns;

/// <summary>The subnets of a VPC that was given.</summary>
internal static class GivenSubnets
{
    public static ISubnetSelection Choose(IVpc vpc, ISubnetSelection? chosen) => chosen ?? new SubnetSelection
    {
        SubnetType = vpc.PrivateSubnets.Length > 0 ? SubnetType.PRIVATE_WITH_EGRESS : SubnetType.PRIVATE_ISOLATED,
    };

    public static bool ArePublic(IVpc vpc, ISubnetSelection subnets) => vpc.SelectSubnets(subnets).HasPublic;
}
