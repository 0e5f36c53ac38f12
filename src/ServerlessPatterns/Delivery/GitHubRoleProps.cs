using Amazon.CDK;
using Amazon.CDK.AWS.IAM;

namespace ServerlessPatterns;

/// <summary>What the props of <see cref="GitHubDeployRole"/> and of <see cref="GitHubDiffRole"/> have in common.</summary>
public abstract class GitHubRoleProps
{
    private protected GitHubRoleProps()
    {
    }

    /// <summary>
    /// The repository whose workflows may assume the role, as <c>owner/name</c>, in the upper and lower case that GitHub
    /// shows. It stands in the trust policy as it is: no wildcard, and no value known only at deployment.
    /// </summary>
    public required string Repository { get; init; }

    /// <summary>
    /// GitHub's number of the repository, which stays the same whatever it is renamed to. Together with
    /// <see cref="RepositoryOwnerId"/> it makes the role trust the subject that holds both numbers, which repositories
    /// made since July 2026 send, and ties the subject by names, which older ones send, to this very repository.
    /// </summary>
    /// <value>The default value is none: the subject by names only.</value>
    public long? RepositoryId { get; init; }

    /// <summary>GitHub's number of the repository's owner, together with <see cref="RepositoryId"/>.</summary>
    /// <value>The default value is none: the subject by names only.</value>
    public long? RepositoryOwnerId { get; init; }

    /// <summary>
    /// The issuer of the tokens: another one for an enterprise with an issuer of its own
    /// (<c>https://token.actions.githubusercontent.com/octocat-inc</c>), for GHE.com
    /// (<c>https://token.actions.octocorp.ghe.com</c>) and for GitHub Enterprise Server
    /// (<c>https://HOSTNAME/_services/token</c>).
    /// </summary>
    /// <value>The default value is <c>https://token.actions.githubusercontent.com</c>.</value>
    public Uri IssuerUrl { get; init; } = new(GitHubOidcProvider.DefaultIssuer);

    /// <summary>The account's identity provider for <see cref="IssuerUrl"/>.</summary>
    /// <value>The default value is the one that the account has already, by its ARN.</value>
    public IOpenIdConnectProvider? OidcProvider { get; init; }

    /// <summary>
    /// Whether the identity provider is made here, as a native resource that outlives the stack. An account has one for
    /// each URL at most: set it where the first role of the account is made, and hand its provider to the others.
    /// </summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool CreateOidcProvider { get; init; }

    /// <summary>The qualifier that the environments were bootstrapped with, 1 to 10 letters, digits, hyphens and underscores.</summary>
    /// <value>The default value is the app's <c>@aws-cdk/core:bootstrapQualifier</c>, or else <c>hnb659fds</c>.</value>
    public string? Qualifier { get; init; }

    /// <summary>
    /// The accounts and regions whose bootstrap roles may be assumed, 1 to 25. What an environment leaves out is the
    /// stack's own. Another account must be bootstrapped with <c>--trust</c> (<c>--trust-for-lookup</c> does for
    /// <see cref="GitHubDiffRole"/>) and the account of this role.
    /// </summary>
    /// <value>The default value is the stack's own account and region.</value>
    public IReadOnlyList<IEnvironment>? BootstrappedEnvironments { get; init; }

    /// <summary>
    /// How long a session of the role lasts at most, 1 to 12 hours in seconds. The bootstrap roles that it assumes have
    /// sessions of their own, of one hour at most.
    /// </summary>
    /// <value>The default value is 1 hour.</value>
    public Duration? MaxSessionDuration { get; init; }

    /// <summary>What the role may do at most. It must allow <c>sts:AssumeRole</c> on the bootstrap roles.</summary>
    /// <value>The default value is none.</value>
    public IManagedPolicy? PermissionsBoundary { get; init; }

    /// <summary>
    /// The name of the role, 1 to 64 letters, digits and <c>+=,.@_-</c>, so that a workflow can name it before it is
    /// deployed. A stack that names a role is deployed with <c>CAPABILITY_NAMED_IAM</c>, which the CDK CLI gives.
    /// </summary>
    /// <value>The default value is one that CloudFormation makes up.</value>
    public string? RoleName { get; init; }

    /// <summary>Called with the props of the role right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<RoleProps>? ConfigureRole { get; init; }
}
