using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.KMS;

namespace ServerlessPatterns;

/// <summary>All that a pattern hands to <see cref="PatternNetwork"/>: exactly one of VPC, cluster and network is set.</summary>
internal sealed record NetworkRequest
{
    public IVpc? Vpc { get; init; }

    public ICluster? Cluster { get; init; }

    public Network? Network { get; init; }

    /// <summary>The subnets of a VPC that was given.</summary>
    public ISubnetSelection? TaskSubnets { get; init; }

    /// <summary>The tasks, from which the endpoints follow.</summary>
    public required TaskRequest Task { get; init; }

    /// <summary>Whether the tasks call SQS.</summary>
    public bool UsesQueue { get; init; }

    /// <summary>Whether something that is reached from the internet stands in the network: a load balancer.</summary>
    public bool PublicAccess { get; init; }

    public Action<VpcProps>? ConfigureVpc { get; init; }

    public Action<ClusterProps>? ConfigureCluster { get; init; }

    public RemovalPolicy RemovalPolicy => Task.RemovalPolicy;

    public IKey? EncryptionKey => Task.EncryptionKey;
}
