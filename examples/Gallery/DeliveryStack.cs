using Amazon.CDK;
using Constructs;
using ServerlessPatterns;

namespace Gallery;

/// <summary>The roles in which GitHub Actions deploys the other stacks and compares them, deployed once by hand.</summary>
public sealed class DeliveryStack : Stack
{
    public DeliveryStack(Construct scope, string id, IStackProps? props = null)
        : base(scope, id, props)
    {
        var deploy = new GitHubDeployRole(this, "Deploy", new()
        {
            Repository = "octo-org/octo-repo",
            RepositoryId = 456789,
            RepositoryOwnerId = 123456,
            Environments = ["production"],
            EnvironmentBranches = ["main"],
            CreateOidcProvider = true,
            RoleName = "octo-repo-deploy",
        });
        var diff = new GitHubDiffRole(this, "Diff", new()
        {
            Repository = "octo-org/octo-repo",
            RepositoryId = 456789,
            RepositoryOwnerId = 123456,
            OidcProvider = deploy.OidcProvider,
            RoleName = "octo-repo-diff",
        });

        new CfnOutput(this, "DeployRoleArn", new CfnOutputProps { Value = deploy.Role.RoleArn });
        new CfnOutput(this, "DiffRoleArn", new CfnOutputProps { Value = diff.Role.RoleArn });
    }
}
