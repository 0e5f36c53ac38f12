using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Makes the role that a workflow assumes.</summary>
internal static class GitHubRole
{
    public static Role Define(
        Construct pattern, string name, GitHubRoleProps props, IOpenIdConnectProvider provider, IReadOnlyList<GitHubTrust> trusted)
    {
        var issuer = GitHubOidcProvider.Name(props.IssuerUrl);
        var role = new RoleProps
        {
            RoleName = props.RoleName,
            Description = $"{name} of GitHub Actions in {props.Repository}",
            AssumedBy = new CompositePrincipal([.. trusted.Select(statement => statement.Principal(provider, issuer))]),
            MaxSessionDuration = props.MaxSessionDuration ?? Duration.Hours(1),
            PermissionsBoundary = props.PermissionsBoundary,
        };
        if (props.ConfigureRole is { } configure)
        {
            var trust = role.AssumedBy;
            configure(role);
            GitHubRoleChecks.ThrowIfBroken(pattern, name, trust, role);
        }

        return new Role(pattern, "Role", role);
    }
}
