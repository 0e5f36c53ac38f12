using Amazon.CDK.AWS.IAM;
using Constructs;

namespace ServerlessPatterns;

/// <summary>
/// A role in which pull requests of one repository compare what is deployed with what they would deploy: allowed to assume
/// the CDK's lookup role, and no other. See docs/patterns/github-delivery.md.
/// </summary>
public sealed class GitHubDiffRole : Construct
{
    /// <summary>Makes the role.</summary>
    /// <param name="scope">The stack or construct that it belongs to.</param>
    /// <param name="id">Its id there.</param>
    /// <param name="props">Who is trusted, and what differs from the defaults.</param>
    /// <exception cref="PatternValidationException">The props cannot work; the message lists every problem.</exception>
    public GitHubDiffRole(Construct scope, string id, GitHubDiffRoleProps props)
        : base(scope, id)
    {
        GitHubRoleChecks.ThrowIfInvalid(scope, id, props);

        OidcProvider = GitHubOidcProvider.Resolve(this, props);
        Role = GitHubRole.Define(this, nameof(GitHubDiffRole), props, OidcProvider, GitHubTrust.OfPullRequests(props));
        BootstrapRoles.Allow(Role, props, BootstrapRoles.Lookup);
    }

    /// <summary>The role; its ARN is what <c>aws-actions/configure-aws-credentials</c> takes as <c>role-to-assume</c>.</summary>
    public Role Role { get; }

    /// <summary>The identity provider that the role trusts, for further roles of the account.</summary>
    public IOpenIdConnectProvider OidcProvider { get; }
}
