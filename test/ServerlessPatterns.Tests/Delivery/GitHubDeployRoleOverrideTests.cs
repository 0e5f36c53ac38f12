using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.AWS.IAM;

namespace ServerlessPatterns.Tests.Delivery;

public sealed class GitHubDeployRoleOverrideTests
{
    [Fact]
    public void Role_NameSessionAndBoundary_AreTaken()
    {
        var role = Synthesized.Stack(stack => new GitHubDeployRole(stack, "Deploy", new()
        {
            Repository = "octo-org/octo-repo",
            Tags = ["v*"],
            RoleName = "octo-repo-deploy",
            MaxSessionDuration = Duration.Hours(12),
            PermissionsBoundary = new ManagedPolicy(stack, "Boundary", new ManagedPolicyProps
            {
                Statements = [new PolicyStatement(new PolicyStatementProps { Actions = ["sts:AssumeRole"], Resources = ["*"] })],
            }),
        })).Properties("AWS::IAM::Role");

        ((string?)role["RoleName"]).ShouldBe("octo-repo-deploy");
        ((int?)role["MaxSessionDuration"]).ShouldBe(43_200);
        role["PermissionsBoundary"].Target().ShouldStartWith("Boundary");
    }

    [Fact]
    public void Trust_PatternsAndNumbers_AreTwoStatements()
    {
        var statements = Trust(Requests.Deploy(branches: ["main"], tags: ["v*"], environments: ["production"], byId: true));

        statements.Count.ShouldBe(2);
        statements[0]!["Condition"].ShouldBeJson(
            """
            {"StringEquals":{"token.actions.githubusercontent.com:aud":"sts.amazonaws.com"},
             "StringLike":{"token.actions.githubusercontent.com:sub":[
               "repo:octo-org@123456/octo-repo@456789:ref:refs/heads/main",
               "repo:octo-org@123456/octo-repo@456789:ref:refs/tags/v*",
               "repo:octo-org@123456/octo-repo@456789:environment:production"]}}
            """);
        statements[1]!["Condition"].ShouldBeJson(
            """
            {"StringEquals":{
               "token.actions.githubusercontent.com:repository_id":"456789",
               "token.actions.githubusercontent.com:aud":"sts.amazonaws.com"},
             "StringLike":{"token.actions.githubusercontent.com:sub":[
               "repo:octo-org/octo-repo:ref:refs/heads/main",
               "repo:octo-org/octo-repo:ref:refs/tags/v*",
               "repo:octo-org/octo-repo:environment:production"]}}
            """);
    }

    [Theory]
    [InlineData("https://token.actions.githubusercontent.com/octocat-inc", "token.actions.githubusercontent.com/octocat-inc")]
    [InlineData("https://token.actions.octocorp.ghe.com", "token.actions.octocorp.ghe.com")]
    [InlineData("https://GitHub.Example.com/_services/token/", "github.example.com/_services/token")]
    public void IssuerUrl_OfAnEnterprise_StandsInProviderAndConditions(string issuer, string name)
    {
        var template = Synthesized.Stack(stack => new GitHubDeployRole(stack, "Deploy", new()
        {
            Repository = "octo-org/octo-repo",
            Branches = ["main"],
            IssuerUrl = new Uri(issuer),
        }));

        TrustPolicy.Of(template, name).Trusts("repo:octo-org/octo-repo:ref:refs/heads/main").ShouldBeTrue();
        TrustPolicy.Of(template).Trusts("repo:octo-org/octo-repo:ref:refs/heads/main").ShouldBeFalse();
        template.Properties("AWS::IAM::Role")["AssumeRolePolicyDocument"]!["Statement"]![0]!["Principal"]!.ToJsonString().ShouldContain($":oidc-provider/{name}\"");
    }

    private static JsonArray Trust(GitHubDeployRoleProps props) => Synthesized.Stack(stack => new GitHubDeployRole(stack, "Deploy", props))
        .Properties("AWS::IAM::Role")["AssumeRolePolicyDocument"]!["Statement"]!.AsArray();
}
