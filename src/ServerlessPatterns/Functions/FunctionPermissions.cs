using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Gives a function its permissions in the stack of the pattern, wherever the function itself is.</summary>
internal sealed class FunctionPermissions
{
    private readonly Action<PolicyStatement> add;

    /// <summary>For a role that the pattern made.</summary>
    public FunctionPermissions(Role role) => add = statement => role.AddToPolicy(statement);

    /// <summary>For a function that was given.</summary>
    public FunctionPermissions(Construct scope, IFunction given)
    {
        if (given.Role is not { } role)
        {
            Notices.AddWarning(
                scope,
                "ServerlessPatterns:FunctionWithoutRole",
                "The given function was imported without its role, so the pattern cannot give it permissions. Import it with Function.FromFunctionAttributes and its Role, or grant what the pattern's page lists under Permissions.");
            add = _ => { };
            return;
        }

        // A statement in the role's own policy would make the function's stack depend on this one, and this one
        // on it.
        var policy = new Lazy<Policy>(() => new Policy(scope, "Policy", new PolicyProps { Roles = [role] }));
        add = statement => policy.Value.AddStatements(statement);
    }

    public void Allow(string[] actions, string[] resources) =>
        add(new PolicyStatement(new PolicyStatementProps { Actions = actions, Resources = resources }));

    // EC2 has no narrower resource for these: Lambda makes and describes the interfaces before they have names.
    // https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
    public static PolicyStatement NetworkInterfaces() => new(new PolicyStatementProps
    {
        Actions =
        [
            "ec2:AssignPrivateIpAddresses",
            "ec2:CreateNetworkInterface",
            "ec2:DeleteNetworkInterface",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSubnets",
            "ec2:UnassignPrivateIpAddresses",
        ],
        Resources = ["*"],
    });
}
