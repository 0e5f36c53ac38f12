using Amazon.CDK.AWS.EC2;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Makes the VPC of a <see cref="Network"/>.</summary>
internal static class NetworkVpc
{
    public static Vpc Define(Construct scope, NetworkRequest request, Network network)
    {
        var props = Props(request, network);
        if (request.ConfigureVpc is { } configure)
        {
            configure(props);
            NetworkHookChecks.ThrowIfBroken(scope, Props(request, network), props);
        }

        return new Vpc(scope, "Vpc", props);
    }

    public static SubnetType TaskSubnets(Network network) => network.Kind switch
    {
        NetworkKind.Isolated => SubnetType.PRIVATE_ISOLATED,
        NetworkKind.Nat => SubnetType.PRIVATE_WITH_EGRESS,
        _ => SubnetType.PUBLIC,
    };

    private static VpcProps Props(NetworkRequest request, Network network) => new()
    {
        MaxAzs = network.Zones,
        NatGateways = network.NatGateways,
        SubnetConfiguration = [.. Subnets(request, network)],

        // To empty the default security group, which nothing here uses, the CDK would make a custom resource.
        RestrictDefaultSecurityGroup = false,
    };

    private static IEnumerable<ISubnetConfiguration> Subnets(NetworkRequest request, Network network)
    {
        if (request.PublicAccess || network.Kind is not NetworkKind.Isolated)
        {
            // A task asks for its public address itself; whatever else is started here gets none.
            yield return new SubnetConfiguration { Name = "Public", SubnetType = SubnetType.PUBLIC, MapPublicIpOnLaunch = false, CidrMask = 20 };
        }

        if (network.Kind is not NetworkKind.PublicSubnets)
        {
            yield return new SubnetConfiguration { Name = "Tasks", SubnetType = TaskSubnets(network), CidrMask = 20 };
        }
    }
}
