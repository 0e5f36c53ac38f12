using Amazon.CDK.AWS.IAM;
using Constructs;

namespace ServerlessPatterns;

/// <summary>
/// A role in which GitHub Actions deploys CDK apps without stored keys: trusted for branches, environments and tags of one
/// repository, and allowed to assume the CDK's bootstrap roles. See docs/patterns/github-delivery.md.
/// </summary>
public sealed class GitHubDeployRole : Construct, IGrantable
{
    /// <summary>Makes the role.</summary>
    /// <param name="scope">The stack or construct that it belongs to.</param>
    /// <param name="id">Its id there.</param>
    /// <param name="props">Who is trusted, and what differs from the defaults.</param>
    /// <exception cref="PatternValidationException">The props cannot work; the message lists every problem.</exception>
    public GitHubDeployRole(Construct scope, string id, GitHubDeployRoleProps props)
        : base(scope, id)
    {
        GitHubDeployRoleChecks.ThrowIfInvalid(scope, id, props);

        OidcProvider = GitHubOidcProvider.Resolve(this, props);
        Role = GitHubRole.Define(this, nameof(GitHubDeployRole), props, OidcProvider, GitHubTrust.OfDeployments(props));
        BootstrapRoles.Allow(Role, props, BootstrapRoles.Deployment);
        GrantPrincipal = Role.GrantPrincipal;
    }

    /// <summary>The role; its ARN is what <c>aws-actions/configure-aws-credentials</c> takes as <c>role-to-assume</c>.</summary>
    public Role Role { get; }

    /// <summary>The identity provider that the role trusts, for further roles of the account.</summary>
    public IOpenIdConnectProvider OidcProvider { get; }

    /// <inheritdoc/>
    public IPrincipal GrantPrincipal { get; }
}
