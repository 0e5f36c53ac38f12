using System.Globalization;
using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Constructs;

namespace ServerlessPatterns;

/// <summary>What a network costs while nothing uses it, and what only a human can judge about one that was given.</summary>
internal static class NetworkNotices
{
    // us-east-1, 730 hours a month.
    private const double Endpoint = 0.01 * 730;
    private const double NatGateway = 0.045 * 730;
    private const double PublicAddress = 0.005 * 730;

    public static void AddCost(Construct scope, Network network, Vpc vpc, int endpoints)
    {
        var zones = vpc.AvailabilityZones.Length;
        var text = network.Kind switch
        {
            NetworkKind.Isolated => $"{endpoints} interface endpoints in {zones} availability zones: about {Usd(endpoints * zones * Endpoint)} USD a month while idle",
            NetworkKind.Nat => $"{network.NatGateways} NAT gateways with a public address each: about {Usd(network.NatGateways * (NatGateway + PublicAddress))} USD a month while idle",
            _ => $"a public address for each running task: {Usd(PublicAddress, "0.00")} USD a month",
        };
        Annotations.Of(scope).AddInfo($"The network has {text} (us-east-1; traffic comes on top).");
    }

    public static void AddReach(Construct scope, IVpc vpc, NetworkRequest request)
    {
        var isIsolated = request.TaskSubnets is { } chosen
            ? chosen.SubnetType is SubnetType.PRIVATE_ISOLATED
            : vpc.PrivateSubnets.Length == 0;
        if (isIsolated)
        {
            var services = string.Join(", ", NetworkEndpoints.Needed(request).Select(endpoint => endpoint.Service));
            Notices.AddWarning(
                scope,
                "ServerlessPatterns:IsolatedSubnets",
                $"The tasks are in isolated subnets of a VPC that was given, and start only if it has interface endpoints for {services}, a gateway endpoint for S3, and lets the tasks' security group in on port 443.");
        }
    }

    private static string Usd(double amount, string format = "0") => amount.ToString(format, CultureInfo.InvariantCulture);
}
