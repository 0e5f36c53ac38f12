namespace ServerlessPatterns;

/// <summary>
/// The network that a pattern makes when none is given. There is no default, because each costs money while idle or
/// opens a door; the prices are of us-east-1 in USD a month.
/// </summary>
public sealed class Network
{
    private Network(NetworkKind kind, int zones, int natGateways = 0)
    {
        Kind = kind;
        Zones = zones;
        NatGateways = natGateways;
    }

    /// <summary>
    /// No way into the internet. The tasks reach the AWS services that the pattern uses through endpoints: 7.30 each and
    /// availability zone, 44 for the least. Images of other registries cannot be pulled, and other services are out of
    /// reach.
    /// </summary>
    /// <param name="availabilityZones">The most availability zones, 2 to 6; the fewest of a region may be less.</param>
    /// <returns>The choice.</returns>
    public static Network Isolated(int availabilityZones = 2) => new(NetworkKind.Isolated, availabilityZones);

    /// <summary>
    /// Tasks without public addresses that reach the internet through NAT gateways: 33 each, and 4 for its address. One
    /// is enough to work; one an availability zone, to outlive the loss of a zone.
    /// </summary>
    /// <param name="count">The number of NAT gateways, 1 up to that of availability zones.</param>
    /// <param name="availabilityZones">The most availability zones, 2 to 6.</param>
    /// <returns>The choice.</returns>
    public static Network Nat(int count, int availabilityZones = 2) => new(NetworkKind.Nat, availabilityZones, count);

    /// <summary>
    /// Tasks with public addresses, 3.65 each, behind security groups that let nobody in but the pattern's own load
    /// balancer. The network itself costs nothing. Not for tasks on EC2, which get no public address.
    /// </summary>
    /// <param name="availabilityZones">The most availability zones, 2 to 6.</param>
    /// <returns>The choice.</returns>
    public static Network PublicSubnets(int availabilityZones = 2) => new(NetworkKind.PublicSubnets, availabilityZones);

    internal NetworkKind Kind { get; }

    internal int Zones { get; }

    internal int NatGateways { get; }
}
