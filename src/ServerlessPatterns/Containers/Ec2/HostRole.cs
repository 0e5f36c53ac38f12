using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace ServerlessPatterns;

/// <summary>
/// The role of the hosts: what the ECS agent calls, on its own cluster. AWS's managed policy for it names every cluster,
/// every repository and every log group; images and logs are the execution role's here.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html</remarks>
internal static class HostRole
{
    public static Role Define(Construct scope, ICluster cluster)
    {
        var role = new Role(scope, "HostRole", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ec2.amazonaws.com"),
            Description = $"ECS agent on the hosts of {scope.Node.Path}",
        });
        var stack = Stack.Of(scope);
        Allow(
            role,
            cluster.ClusterArn,
            "ecs:DeregisterContainerInstance",
            "ecs:RegisterContainerInstance",
            "ecs:SubmitAttachmentStateChanges",
            "ecs:SubmitContainerStateChange",
            "ecs:SubmitTaskStateChange");
        Allow(
            role,
            $"arn:{stack.Partition}:ecs:{stack.Region}:{stack.Account}:container-instance/{cluster.ClusterName}/*",
            "ecs:Poll",
            "ecs:StartTelemetrySession",
            "ecs:UpdateContainerInstancesState");

        // Asked before the agent belongs to anything that could be named.
        Allow(role, "*", "ecs:DiscoverPollEndpoint");
        return role;
    }

    private static void Allow(Role role, string resource, params string[] actions) => role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
    {
        Actions = actions,
        Resources = [resource],
    }));
}
