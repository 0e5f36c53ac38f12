using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace ServerlessPatterns;

/// <summary>What a pattern's tasks are: task definition and container, roles and log group.</summary>
public sealed class PatternTask : Construct, IGrantable
{
    private readonly TaskRoles execution;
    private readonly TaskRoles task;

    internal PatternTask(Construct scope, string id, TaskRequest request)
        : base(scope, id)
    {
        var settings = request.Settings;
        LogGroup = LogGroups.Define(
            this, "LogGroup", settings.LogRetention ?? RetentionDays.ONE_MONTH, request.EncryptionKey, request.RemovalPolicy);
        var package = request.Source.Package(this, request.Architecture);
        Annotate(package);
        Repository = package.Repository;

        task = TaskRoles.Define(this, "TaskRole", request.Defaults.Description, settings.TaskRole);
        execution = TaskRoles.Define(this, "ExecutionRole", $"Starts: {request.Defaults.Description}", settings.ExecutionRole);
        TaskPermissions.Grant(this, request, package, task, execution);

        TaskDefinition = TaskResource.Define(this, request, task, execution);
        Container = TaskContainer.Define(TaskDefinition, request, package, LogGroup);
    }

    /// <summary>The task definition. What is added to it later, a second container for instance, is deployed with it.</summary>
    public TaskDefinition TaskDefinition { get; }

    /// <summary>The container.</summary>
    public ContainerDefinition Container { get; }

    /// <summary>The role of what runs in the container, made here or given.</summary>
    public IRole TaskRole => task.Role;

    /// <summary>The role with which ECS starts the container, made here or given.</summary>
    public IRole ExecutionRole => execution.Role;

    /// <summary>The log group of the container.</summary>
    public LogGroup LogGroup { get; }

    /// <summary>The ECR repository that the image is pulled from; nothing when it is in another registry.</summary>
    public IRepository? Repository { get; }

    /// <inheritdoc/>
    public IPrincipal GrantPrincipal => TaskRole.GrantPrincipal;

    /// <summary>Allows what runs in the container named actions on named resources, in the stack of the pattern.</summary>
    internal void Allow(string[] actions, params string[] resources) => task.Permissions.Allow(actions, resources);

    /// <summary>
    /// Has a service or schedule wait for the permissions of both roles: tasks that start before them fail, and a
    /// service that sees its tasks fail gives up the deployment.
    /// </summary>
    internal void Precede(IConstruct user)
    {
        task.Permissions.Precede(user);
        execution.Permissions.Precede(user);
    }

    private void Annotate(ContainerPackage package)
    {
        foreach (var notice in package.Notices)
        {
            Notices.AddWarning(this, notice.Id, notice.Text);
        }
    }
}
