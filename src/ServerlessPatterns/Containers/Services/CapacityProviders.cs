using Amazon.CDK.AWS.ECS;
using Constructs;
using CfnResource = Amazon.CDK.CfnResource;
using CfnResourceProps = Amazon.CDK.CfnResourceProps;

namespace ServerlessPatterns;

/// <summary>
/// The capacity providers of a cluster, of which there is one list a cluster. The CDK would write it too, but where no
/// service can wait for it.
/// </summary>
internal static class CapacityProviders
{
    public static CfnResource Associate(Construct scope, ICluster cluster, params string[] names) =>
        new(scope, "CapacityProviders", new CfnResourceProps
        {
            Type = "AWS::ECS::ClusterCapacityProviderAssociations",
            Properties = new Dictionary<string, object>
            {
                ["Cluster"] = cluster.ClusterName,
                ["CapacityProviders"] = names,
                ["DefaultCapacityProviderStrategy"] = Array.Empty<object>(),
            },
        });

    /// <summary>What the cluster that was given knows cannot be seen.</summary>
    public static void WarnOfSpot(Construct pattern, ICluster? given, double spotShare)
    {
        if (spotShare > 0 && given is not null)
        {
            Notices.AddWarning(pattern, "ServerlessPatterns:SpotCapacityProviders", "The cluster that was given must have the capacity providers FARGATE and FARGATE_SPOT, or the deployment of the service fails: set EnableFargateCapacityProviders where it is made.");
        }
    }
}
