using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Gives a function its permissions in the stack of the pattern, wherever its role is.</summary>
internal sealed class FunctionPermissions
{
    private readonly Action<PolicyStatement> add;
    private readonly IConstruct? holder;

    private FunctionPermissions(Action<PolicyStatement> add, IConstruct? holder)
    {
        this.add = add;
        this.holder = holder;
    }

    public static FunctionPermissions OfOwnRole(Role role) => new(statement => role.AddToPolicy(statement), role);

    // A statement in the role's own policy would make the role's stack depend on this one, and this one on it.
    public static FunctionPermissions OfGivenRole(Construct scope, IRole role)
    {
        var policy = new Policy(scope, "Policy", new PolicyProps { Roles = [role] });
        return new FunctionPermissions(statement => policy.AddStatements(statement), policy);
    }

    public static FunctionPermissions OfGivenFunction(Construct scope, IFunction function)
    {
        if (function.Role is { } role)
        {
            return OfGivenRole(scope, role);
        }

        // Said only where the pattern has permissions to give, and once.
        var isSaid = false;
        return new FunctionPermissions(
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

    /// <summary>Has a resource wait for the permissions, where Lambda checks them when it is made.</summary>
    public void Precede(IConstruct resource)
    {
        if (holder is not null)
        {
            resource.Node.AddDependency(holder);
        }
    }
}
