using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Gives a role its permissions in the stack of the pattern, wherever the role itself is.</summary>
internal sealed class RolePermissions
{
    private readonly Action<PolicyStatement> add;
    private readonly IConstruct? holder;

    private RolePermissions(Action<PolicyStatement> add, IConstruct? holder)
    {
        this.add = add;
        this.holder = holder;
    }

    public static RolePermissions OfOwnRole(Role role) => new(statement => role.AddToPolicy(statement), role);

    // A statement in the role's own policy would make the role's stack depend on this one, and this one on it.
    public static RolePermissions OfGivenRole(Construct scope, IRole role)
    {
        var policy = new Policy(scope, "Policy", new PolicyProps { Roles = [role] });
        return new RolePermissions(statement => policy.AddStatements(statement), policy);
    }

    public static RolePermissions OfGivenFunction(Construct scope, IFunction function)
    {
        if (function.Role is { } role)
        {
            return OfGivenRole(scope, role);
        }

        // Said only where the pattern has permissions to give, and once.
        var isSaid = false;
        return new RolePermissions(
            _ =>
            {
                if (!isSaid)
                {
                    Notices.AddWarning(
                        scope,
                        "ServerlessPatterns:FunctionWithoutRole",
                        "The given function was imported without its role, so the pattern cannot give it permissions. Import it with Function.FromFunctionAttributes and its Role, or grant what the pattern's page lists under Permissions.");
                    isSaid = true;
                }
            },
            null);
    }

    public void Allow(string[] actions, params string[] resources) =>
        add(new PolicyStatement(new PolicyStatementProps { Actions = actions, Resources = resources }));

    /// <summary>Has a resource wait for the permissions, where they are checked or used as soon as it is made.</summary>
    public void Precede(IConstruct resource)
    {
        if (holder is not null)
        {
            resource.Node.AddDependency(holder);
        }
    }
}
