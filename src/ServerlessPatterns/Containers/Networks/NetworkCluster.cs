using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Makes the cluster that tasks run in.</summary>
internal static class NetworkCluster
{
    public static Cluster Define(Construct scope, IVpc vpc, NetworkRequest request)
    {
        var props = new ClusterProps
        {
            Vpc = vpc,
        };
        if (request.ConfigureCluster is { } configure)
        {
            configure(props);
            NetworkHookChecks.ThrowIfBroken(scope, vpc, props);
        }

        // CDK 2.160.0 knows only the older kind of Container Insights, and newer ones call that property deprecated.
        var insights = props.ContainerInsights is false ? "disabled" : "enhanced";
        props.ContainerInsights = null;
        var cluster = new Cluster(scope, "Cluster", props);
        ((CfnCluster)cluster.Node.DefaultChild!).AddPropertyOverride("ClusterSettings", new[]
        {
            new Dictionary<string, object> { ["Name"] = "containerInsights", ["Value"] = insights },
        });
        return cluster;
    }
}
