using Amazon.CDK;
using Amazon.CDK.AWS.IAM;

namespace ServerlessPatterns.Tests.Delivery;

public sealed class GitHubDiffRoleOverrideTests
{
    [Fact]
    public void Role_NameSessionBoundaryAndIssuer_AreTaken()
    {
        var template = Synthesized.Stack(stack => new GitHubDiffRole(stack, "Diff", new()
        {
            Repository = "octo-org/octo-repo",
            RoleName = "octo-repo-diff",
            MaxSessionDuration = Duration.Hours(2),
            PermissionsBoundary = ManagedPolicy.FromManagedPolicyArn(stack, "Boundary", "arn:aws:iam::123456789012:policy/boundary"),
            IssuerUrl = new Uri("https://token.actions.octocorp.ghe.com"),
        }));

        var role = template.Properties("AWS::IAM::Role");
        ((string?)role["RoleName"]).ShouldBe("octo-repo-diff");
        ((int?)role["MaxSessionDuration"]).ShouldBe(7200);
        ((string?)role["PermissionsBoundary"]).ShouldBe("arn:aws:iam::123456789012:policy/boundary");
        TrustPolicy.Of(template, "token.actions.octocorp.ghe.com").Trusts("repo:octo-org/octo-repo:pull_request").ShouldBeTrue();
    }
}
