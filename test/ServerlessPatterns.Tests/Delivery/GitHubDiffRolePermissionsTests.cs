using CdkEnvironment = Amazon.CDK.Environment;

namespace ServerlessPatterns.Tests.Delivery;

public sealed class GitHubDiffRolePermissionsTests
{
    [Fact]
    public void Role_ByDefault_MayAssumeTheLookupRoleOnly() => Allowed(Requests.Diff())
        .ShouldBe(["arn:aws:iam::123456789012:role/cdk-hnb659fds-lookup-role-123456789012-us-east-1"]);

    [Fact]
    public void Role_WithEnvironments_MayAssumeTheirLookupRolesOnly() => Allowed(new()
    {
        Repository = "octo-org/octo-repo",
        Qualifier = "shop",
        BootstrappedEnvironments = [new CdkEnvironment(), new CdkEnvironment { Account = "210987654321", Region = "eu-west-1" }],
    }).ShouldBe(
    [
        "arn:aws:iam::123456789012:role/cdk-shop-lookup-role-123456789012-us-east-1",
        "arn:aws:iam::210987654321:role/cdk-shop-lookup-role-210987654321-eu-west-1",
    ]);

    private static IReadOnlyList<string> Allowed(GitHubDiffRoleProps props) =>
        BootstrapPermissions.Of(Synthesized.Stack(stack => new GitHubDiffRole(stack, "Diff", props)));
}
