using Amazon.CDK;
using Constructs;
using ServerlessPatterns;

namespace PatternStarter.Infrastructure;

/// <summary>The roles in which GitHub Actions works on this account, without stored keys; deployed from a workstation.</summary>
public sealed class DeliveryStack : Stack
{
    private const string Repository = "pattern-starter-owner/pattern-starter-repository";

    // GitHub's numbers of the repository and of its owner, which the tokens of repositories made since July 2026 name.
    private static readonly long? RepositoryId = pattern-starter-repository-id;
    private static readonly long? RepositoryOwnerId = pattern-starter-owner-id;

    // An account has one identity provider for GitHub: true in the first stack that needs it.
    private const bool CreateOidcProvider = false;

#if (fargate)
    public DeliveryStack(Construct scope, string id, ImageRepository images, IStackProps? props = null)
#else
    public DeliveryStack(Construct scope, string id, IStackProps? props = null)
#endif
        : base(scope, id, props)
    {
        var deploy = new GitHubDeployRole(this, "Deploy", new()
        {
            Repository = Repository,
            RepositoryId = RepositoryId,
            RepositoryOwnerId = RepositoryOwnerId,
            CreateOidcProvider = CreateOidcProvider,
            Environments = ["production"],
            EnvironmentBranches = ["main"],
        });
        var diff = new GitHubDiffRole(this, "Diff", new()
        {
            Repository = Repository,
            RepositoryId = RepositoryId,
            RepositoryOwnerId = RepositoryOwnerId,
            OidcProvider = deploy.OidcProvider,
        });
#if (fargate)
        images.GrantPush(deploy);
#endif

        new CfnOutput(this, "DeployRoleArn", new CfnOutputProps { Value = deploy.Role.RoleArn });
        new CfnOutput(this, "DiffRoleArn", new CfnOutputProps { Value = diff.Role.RoleArn });
    }
}
