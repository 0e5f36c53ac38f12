using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Where a pattern's tasks run: VPC, subnets and cluster, made here or given.</summary>
public sealed class PatternNetwork : Construct
{
    internal PatternNetwork(Construct scope, string id, NetworkRequest request)
        : base(scope, id)
    {
        if (request.Network is { } network)
        {
            var vpc = NetworkVpc.Define(this, request, network);
            FlowLogGroup = NetworkFlowLog.Define(this, vpc, request);
            NetworkEndpoints.DefineS3(this, vpc);
            if (network.Kind is NetworkKind.Isolated)
            {
                EndpointSecurityGroup = NetworkEndpoints.DefineSecurityGroup(this, vpc);
                Endpoints = NetworkEndpoints.Define(this, vpc, EndpointSecurityGroup, request);
            }

            Vpc = vpc;
            TaskSubnets = new SubnetSelection { SubnetType = NetworkVpc.TaskSubnets(network) };
            AssignPublicIp = network.Kind is NetworkKind.PublicSubnets;
            NetworkNotices.AddCost(this, network, vpc, Endpoints.Count);
        }
        else
        {
            Vpc = request.Cluster?.Vpc ?? request.Vpc!;
            TaskSubnets = GivenSubnets.Choose(Vpc, request.TaskSubnets);
            AssignPublicIp = GivenSubnets.ArePublic(Vpc, TaskSubnets);
            NetworkNotices.AddReach(this, Vpc, request);
        }

        Cluster = request.Cluster ?? NetworkCluster.Define(this, Vpc, request);
    }

    /// <summary>The VPC.</summary>
    public IVpc Vpc { get; }

    /// <summary>The cluster.</summary>
    public ICluster Cluster { get; }

    /// <summary>The subnets of the tasks.</summary>
    public ISubnetSelection TaskSubnets { get; }

    /// <summary>Whether the tasks get public addresses.</summary>
    public bool AssignPublicIp { get; }

    /// <summary>The interface endpoints of an isolated network; none otherwise.</summary>
    public IReadOnlyList<InterfaceVpcEndpoint> Endpoints { get; } = [];

    /// <summary>The security group of the interface endpoints.</summary>
    public SecurityGroup? EndpointSecurityGroup { get; }

    /// <summary>Where the connections stand that a network made here refused; nothing when one was given.</summary>
    public LogGroup? FlowLogGroup { get; }

    /// <summary>Lets tasks, or their hosts, use the interface endpoints.</summary>
    internal void AllowToEndpoints(IConnectable user) =>
        EndpointSecurityGroup?.Connections.AllowFrom(user, Port.Tcp(443), "HTTPS from the tasks");
}
