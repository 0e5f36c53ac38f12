using Amazon.CDK.AWS.IAM;
using Constructs;

namespace ServerlessPatterns;

/// <summary>The two roles of a task, with no managed policy.</summary>
internal sealed class TaskRoles
{
    private TaskRoles(IRole role, RolePermissions permissions)
    {
        Role = role;
        Permissions = permissions;
    }

    public IRole Role { get; }

    public RolePermissions Permissions { get; }

    public static TaskRoles Define(Construct scope, string id, string description, IRole? given)
    {
        if (given is not null)
        {
            return new TaskRoles(given, RolePermissions.OfGivenRole(new Construct(scope, id), given));
        }

        var role = new Role(scope, id, new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
            Description = description,
        });
        return new TaskRoles(role, RolePermissions.OfOwnRole(role));
    }
}
