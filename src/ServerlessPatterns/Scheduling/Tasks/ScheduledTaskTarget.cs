using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Scheduler;

namespace ServerlessPatterns;

/// <summary>Has a schedule start the tasks of a <see cref="ScheduledFargateTask"/>.</summary>
internal static class ScheduledTaskTarget
{
    public static ScheduleTarget Define(ScheduledFargateTask pattern, ScheduledFargateTaskProps props) => new()
    {
        Arn = pattern.Network.Cluster.ClusterArn,
        Input = ScheduledTaskRequest.Overrides(props),
        Permissions = [.. Permissions(pattern, props)],
        Ecs = () => Parameters(pattern, props),
    };

    /// <summary>Allows a grantee to start what the schedule starts.</summary>
    public static Grant GrantRun(ScheduledFargateTask pattern, IGrantable grantee)
    {
        Grant Add(string[] actions, string[] resources, string test, string key, string value) => Grant.AddToPrincipal(new GrantOnPrincipalOptions
        {
            Grantee = grantee,
            Actions = actions,
            ResourceArns = resources,
            Scope = pattern,
            Conditions = new Dictionary<string, IDictionary<string, object>> { [test] = new Dictionary<string, object> { [key] = value } },
        });

        return Add(["ecs:RunTask"], [pattern.Task.TaskDefinition.TaskDefinitionArn], "ArnEquals", "ecs:cluster", pattern.Network.Cluster.ClusterArn)
            .Combine(Add(["iam:PassRole"], [pattern.Task.TaskRole.RoleArn, pattern.Task.ExecutionRole.RoleArn], "StringEquals", "iam:PassedToService", "ecs-tasks.amazonaws.com"));
    }

    private static CfnSchedule.EcsParametersProperty Parameters(ScheduledFargateTask pattern, ScheduledFargateTaskProps props) => new()
    {
        TaskDefinitionArn = pattern.Task.TaskDefinition.TaskDefinitionArn,
        TaskCount = props.TaskCount,
        LaunchType = "FARGATE",
        PlatformVersion = ScheduledTaskRequest.Platform(props.PlatformVersion),
        Group = pattern.TaskGroup,
        EnableExecuteCommand = props.EnableExecuteCommand,
        EnableEcsManagedTags = props.PropagateTags,
        PropagateTags = props.PropagateTags ? "TASK_DEFINITION" : null,
        NetworkConfiguration = new CfnSchedule.NetworkConfigurationProperty
        {
            AwsvpcConfiguration = new CfnSchedule.AwsVpcConfigurationProperty
            {
                Subnets = pattern.Network.Vpc.SelectSubnets(pattern.Network.TaskSubnets).SubnetIds,
                SecurityGroups = [.. pattern.Connections.SecurityGroups.Select(group => group.SecurityGroupId)],
                AssignPublicIp = pattern.Network.AssignPublicIp ? "ENABLED" : "DISABLED",
            },
        },
    };

    // The schedule names one revision, so no other can be started in its name: not even one that somebody else registers
    // in the family. A run between the update of this policy and that of the schedule is retried.
    private static IEnumerable<PolicyStatement> Permissions(ScheduledFargateTask pattern, ScheduledFargateTaskProps props)
    {
        var cluster = pattern.Network.Cluster;
        yield return Allow(
            "ecs:RunTask",
            [pattern.Task.TaskDefinition.TaskDefinitionArn],
            "ArnEquals",
            "ecs:cluster",
            cluster.ClusterArn);
        yield return Allow(
            "iam:PassRole",
            [pattern.Task.TaskRole.RoleArn, pattern.Task.ExecutionRole.RoleArn],
            "StringEquals",
            "iam:PassedToService",
            "ecs-tasks.amazonaws.com");
        if (props.PropagateTags)
        {
            // Tasks have no names before they are started.
            // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/supported-iam-actions-tagging.html
            var tasks = Stack.Of(pattern).FormatArn(new ArnComponents { Service = "ecs", Resource = "task", ResourceName = $"{cluster.ClusterName}/*" });
            yield return Allow("ecs:TagResource", [tasks], "StringEquals", "ecs:CreateAction", "RunTask");
        }
    }

    private static PolicyStatement Allow(string action, string[] resources, string test, string key, string value) => new(new PolicyStatementProps
    {
        Actions = [action],
        Resources = resources,
        Conditions = new Dictionary<string, object> { [test] = new Dictionary<string, object> { [key] = value } },
    });
}
