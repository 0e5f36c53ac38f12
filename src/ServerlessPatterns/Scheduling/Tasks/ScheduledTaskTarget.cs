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
        Permissions = [.. Permissions(pattern, props.PropagateTags).Select(Statement)],
        Ecs = () => Parameters(pattern, props),
    };

    /// <summary>Allows a grantee to start what the schedule starts.</summary>
    public static Grant GrantRun(ScheduledFargateTask pattern, bool propagateTags, IGrantable grantee) => Permissions(pattern, propagateTags)
        .Select(permission => Grant.AddToPrincipal(new GrantOnPrincipalOptions
        {
            Grantee = grantee,
            Actions = [permission.Action],
            ResourceArns = permission.Resources,
            Scope = pattern,
            Conditions = new Dictionary<string, IDictionary<string, object>>
            {
                [permission.Test] = new Dictionary<string, object> { [permission.Key] = permission.Value },
            },
        }))
        .Aggregate((grant, next) => grant.Combine(next));

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

    // CloudFormation changes the policy before the schedule: allowed for one revision only, a run in between, which is for
    // the revision before, would be denied, and Scheduler need not retry what is denied. So every revision of the family
    // is allowed; which one runs is for the schedule to say, and that names one.
    private static IEnumerable<Permission> Permissions(ScheduledFargateTask pattern, bool propagateTags)
    {
        var cluster = pattern.Network.Cluster;
        string Arn(string resource, string name) =>
            Stack.Of(pattern).FormatArn(new ArnComponents { Service = "ecs", Resource = resource, ResourceName = name });

        yield return new(
            "ecs:RunTask",
            [Arn("task-definition", $"{pattern.Task.TaskDefinition.Family}:*")],
            "ArnEquals",
            "ecs:cluster",
            cluster.ClusterArn);
        yield return new(
            "iam:PassRole",
            [pattern.Task.TaskRole.RoleArn, pattern.Task.ExecutionRole.RoleArn],
            "StringEquals",
            "iam:PassedToService",
            "ecs-tasks.amazonaws.com");
        if (propagateTags)
        {
            // Tasks have no names before they are started.
            // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/supported-iam-actions-tagging.html
            yield return new("ecs:TagResource", [Arn("task", $"{cluster.ClusterName}/*")], "StringEquals", "ecs:CreateAction", "RunTask");
        }
    }

    private static PolicyStatement Statement(Permission permission) => new(new PolicyStatementProps
    {
        Actions = [permission.Action],
        Resources = permission.Resources,
        Conditions = new Dictionary<string, object>
        {
            [permission.Test] = new Dictionary<string, object> { [permission.Key] = permission.Value },
        },
    });

    private sealed record Permission(string Action, string[] Resources, string Test, string Key, string Value);
}
