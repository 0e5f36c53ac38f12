using Amazon.CDK.AWS.EC2;

namespace ServerlessPatterns;

/// <summary>The checks of the props that say where tasks run, the same in every pattern.</summary>
internal static class NetworkChecks
{
    private const string Choice = "Network.Isolated(), Network.Nat(1), Network.PublicSubnets(), a VPC or a cluster";

    public static void Check(Checks checks, NetworkRequest request)
    {
        CheckChoice(checks, request);
        CheckGiven(checks, request);
        if (request.Network is { } network)
        {
            CheckNetwork(checks, network);
            CheckReach(checks, network, request);
        }
    }

    private static void CheckChoice(Checks checks, NetworkRequest request)
    {
        var given = new[] { (request.Vpc, "Vpc"), (request.Cluster, "Cluster"), ((object?)request.Network, "Network") }
            .Where(pair => pair.Item1 is not null).Select(pair => pair.Item2).ToList();
        checks.Require(
            given.Count == 1,
            ErrorCodes.NetworkChoice,
            "Network",
            given.Count == 0 ? null : string.Join(" and ", given),
            $"one of these: {Choice}",
            given.Count == 0 ? "Choose one: each costs money or opens a door, so there is no default." : "Leave out all but one; a cluster brings its VPC.");
    }

    private static void CheckGiven(Checks checks, NetworkRequest request)
    {
        void NotBoth(bool given, bool set, string resource, string setting) => checks.Require(
            !given || !set,
            ErrorCodes.NetworkGivenAndSet,
            setting,
            $"a setting beside {resource}",
            "one of the two: what is given is never reconfigured",
            $"Leave out {setting} or {resource}.");

        NotBoth(request.Vpc is not null, request.ConfigureVpc is not null, "Vpc", "ConfigureVpc");
        NotBoth(request.Cluster is not null, request.ConfigureVpc is not null, "Cluster", "ConfigureVpc");
        NotBoth(request.Cluster is not null, request.ConfigureCluster is not null, "Cluster", "ConfigureCluster");
        NotBoth(request.Network is not null, request.TaskSubnets is not null, "Network", "TaskSubnets");
        if ((request.Cluster?.Vpc ?? request.Vpc) is { } vpc && request.Network is null)
        {
            CheckSubnets(checks, request, vpc);
        }
    }

    private static void CheckSubnets(Checks checks, NetworkRequest request, IVpc vpc)
    {
        checks.Require(
            request.TaskSubnets is not null || vpc.PrivateSubnets.Length + vpc.IsolatedSubnets.Length > 0,
            ErrorCodes.NetworkSubnets,
            "TaskSubnets",
            "nothing, in a VPC with public subnets only",
            "the subnets of the tasks: in public ones each task gets a public address",
            "Set TaskSubnets = new SubnetSelection { SubnetType = SubnetType.PUBLIC } if that is meant.");
        var isPublic = request.TaskSubnets?.SubnetType is SubnetType.PUBLIC;
        checks.Require(
            !isPublic || vpc.PublicSubnets.Length > 0,
            ErrorCodes.NetworkSubnets,
            "TaskSubnets",
            "public subnets, which the VPC has not",
            "subnets of the VPC",
            "Choose others.");
        RefusePublicHosts(checks, request, isPublic, "TaskSubnets");
    }

    private static void CheckNetwork(Checks checks, Network network)
    {
        checks.WholeNumber(ErrorCodes.NetworkZones, "Network", network.Zones, 2, 6, "availability zones", "With one zone, its loss is the loss of everything.");
        if (network.Kind is NetworkKind.Nat)
        {
            checks.WholeNumber(ErrorCodes.NetworkNatCount, "Network", network.NatGateways, 1, network.Zones, "NAT gateways", "Give one, or one an availability zone; without any, use Network.Isolated().");
        }
    }

    private static void CheckReach(Checks checks, Network network, NetworkRequest request)
    {
        checks.Require(
            network.Kind is not NetworkKind.Isolated || request.Task.Source.IsInEcr,
            ErrorCodes.NetworkOutOfReach,
            "Network",
            "Network.Isolated() with an image of a registry in the internet",
            "an image in ECR, or a network with a way into the internet",
            "Copy the image into an ECR repository, or use Network.Nat(1).");
        RefusePublicHosts(checks, request, network.Kind is NetworkKind.PublicSubnets, "Network");
    }

    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking-awsvpc.html
    private static void RefusePublicHosts(Checks checks, NetworkRequest request, bool isPublic, string property) => checks.Require(
        !isPublic || !request.Task.OnEc2,
        ErrorCodes.NetworkOfHosts,
        property,
        "public subnets for tasks on EC2",
        "private subnets: tasks on EC2 get no public address, and so no way out of a public subnet",
        "Use Network.Nat(1) or Network.Isolated().");
}
