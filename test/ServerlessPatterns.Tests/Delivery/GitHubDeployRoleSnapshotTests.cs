using Amazon.CDK;
using Amazon.CDK.AWS.IAM;

namespace ServerlessPatterns.Tests.Delivery;

public sealed class GitHubDeployRoleSnapshotTests
{
    [Fact]
    public void Template_Minimal_IsAsAccepted() => PatternSnapshot.Verify(stack => new GitHubDeployRole(stack, "Deploy", Requests.Deploy(branches: ["main"])));

    [Fact]
    public void Template_EverythingSet_IsAsAccepted() => PatternSnapshot.Verify(EverythingSet);

    internal static void EverythingSet(Stack stack) => new GitHubDeployRole(stack, "Deploy", new()
    {
        Repository = "octo-org/octo-repo",
        RepositoryId = 456789,
        RepositoryOwnerId = 123456,
        Branches = ["release/*"],
        Tags = ["v*"],
        Environments = ["Production:V1"],
        EnvironmentBranches = ["main"],
        IssuerUrl = new Uri("https://token.actions.githubusercontent.com/octocat-inc"),
        CreateOidcProvider = true,
        Qualifier = "shop",
        BootstrappedEnvironments =
        [
            new Amazon.CDK.Environment(),
            new Amazon.CDK.Environment { Region = "eu-central-1" },
            new Amazon.CDK.Environment { Account = "210987654321", Region = "eu-west-1" },
        ],
        MaxSessionDuration = Duration.Hours(2),
        PermissionsBoundary = ManagedPolicy.FromManagedPolicyName(stack, "Boundary", "delivery-boundary"),
        RoleName = "octo-repo-deploy",
        ConfigureRole = props => props.Path = "/delivery/",
    });
}
