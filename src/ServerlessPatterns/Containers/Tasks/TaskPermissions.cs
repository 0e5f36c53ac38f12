namespace ServerlessPatterns;

/// <summary>What ECS needs to start a task, and what runs in it for ECS Exec.</summary>
internal static class TaskPermissions
{
    private static readonly string[] Pull = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];

    public static void Grant(PatternTask pattern, TaskRequest request, ContainerPackage package, TaskRoles task, TaskRoles execution)
    {
        var start = execution.Permissions;
        start.Allow(["logs:CreateLogStream", "logs:PutLogEvents"], pattern.LogGroup.LogGroupArn);
        if (package.Repository is { } repository)
        {
            start.Allow(Pull, repository.RepositoryArn);

            // The token opens the registry, not a repository, so there is none to name.
            start.Allow(["ecr:GetAuthorizationToken"], "*");
        }

        package.Credentials?.AllowReading(start);
        foreach (var secret in request.Settings.Secrets?.Values ?? [])
        {
            secret.AllowReading(start);
        }

        if (request.EnableExecuteCommand)
        {
            AllowExecuteCommand(pattern, task);
        }
    }

    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html: the channels have no names beforehand,
    // and the session is written to the log group of the task.
    private static void AllowExecuteCommand(PatternTask pattern, TaskRoles task)
    {
        task.Permissions.Allow(
            [
                "ssmmessages:CreateControlChannel",
                "ssmmessages:CreateDataChannel",
                "ssmmessages:OpenControlChannel",
                "ssmmessages:OpenDataChannel",
            ],
            "*");
        task.Permissions.Allow(["logs:DescribeLogGroups"], "*");
        task.Permissions.Allow(["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"], pattern.LogGroup.LogGroupArn);
    }
}
