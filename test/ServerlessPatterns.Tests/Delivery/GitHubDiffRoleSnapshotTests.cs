using Amazon.CDK;
using Amazon.CDK.AWS.IAM;

namespace ServerlessPatterns.Tests.Delivery;

public sealed class GitHubDiffRoleSnapshotTests
{
    [Fact]
    public void Template_Minimal_IsAsAccepted() => PatternSnapshot.Verify(stack => new GitHubDiffRole(stack, "Diff", Requests.Diff()));

    [Fact]
    public void Template_EverythingSet_IsAsAccepted() => PatternSnapshot.Verify(EverythingSet);

    internal static void EverythingSet(Stack stack) => new GitHubDiffRole(stack, "Diff", new()
    {
        Repository = "octo-org/octo-repo",
        RepositoryId = 456789,
        RepositoryOwnerId = 123456,
        IssuerUrl = new Uri("https://token.actions.octocorp.ghe.com"),
        CreateOidcProvider = true,
        Qualifier = "shop",
        BootstrappedEnvironments = [new Amazon.CDK.Environment(), new Amazon.CDK.Environment { Account = "210987654321", Region = "eu-west-1" }],
        MaxSessionDuration = Duration.Hours(2),
        PermissionsBoundary = ManagedPolicy.FromManagedPolicyName(stack, "Boundary", "delivery-boundary"),
        RoleName = "octo-repo-diff",
        ConfigureRole = props => props.Path = "/delivery/",
    });
}
