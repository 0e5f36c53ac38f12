using Amazon.CDK;
using Amazon.CDK.AWS.IAM;

namespace ServerlessPatterns.Tests.Delivery;

public sealed class GitHubDeployRoleGivenTests
{
    [Fact]
    public void OidcProvider_Made_IsNativeKeptAndTrusted()
    {
        var template = Synthesized.Stack(stack => new GitHubDeployRole(stack, "Deploy", Made()));

        var provider = template.Single("AWS::IAM::OIDCProvider");
        provider["Properties"].ShouldBeJson("""{"Url":"https://token.actions.githubusercontent.com","ClientIdList":["sts.amazonaws.com"]}""");
        ((string?)provider["DeletionPolicy"]).ShouldBe("RetainExceptOnCreate");
        ((string?)provider["UpdateReplacePolicy"]).ShouldBe("Retain");
        template.Properties("AWS::IAM::Role")["AssumeRolePolicyDocument"]!["Statement"]![0]!["Principal"]!["Federated"].Target()
            .ShouldBe(template.All("AWS::IAM::OIDCProvider").Keys.Single());
    }

    [Fact]
    public void OidcProvider_OfTheFirstRole_ServesFurtherRoles()
    {
        var template = Synthesized.Stack(stack =>
        {
            var deploy = new GitHubDeployRole(stack, "Deploy", Made());
            new GitHubDiffRole(stack, "Diff", new() { Repository = "octo-org/octo-repo", OidcProvider = deploy.OidcProvider });
        });

        var provider = template.All("AWS::IAM::OIDCProvider").Keys.Single();
        template.All("AWS::IAM::Role").Values
            .ShouldAllBe(role => role["Properties"]!["AssumeRolePolicyDocument"]!["Statement"]![0]!["Principal"]!["Federated"].Target() == provider);
    }

    [Fact]
    public void OidcProvider_OfAnotherStack_IsImported()
    {
        var template = Synthesized.App("Roles", app =>
        {
            var first = new GitHubDeployRole(new Stack(app, "First"), "Deploy", Made());
            new GitHubDeployRole(new Stack(app, "Roles"), "Deploy", new() { Repository = "octo-org/other", Branches = ["main"], OidcProvider = first.OidcProvider });
        });

        template.All("AWS::IAM::OIDCProvider").ShouldBeEmpty();
        template.Properties("AWS::IAM::Role")["AssumeRolePolicyDocument"]!["Statement"]![0]!["Principal"]!.ToJsonString().ShouldContain("Fn::ImportValue");
    }

    [Fact]
    public void OidcProvider_Imported_IsTrustedAsItIs()
    {
        const string Arn = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com";
        IOpenIdConnectProvider? exposed = null;
        var template = Synthesized.Stack(stack =>
        {
            var given = OpenIdConnectProvider.FromOpenIdConnectProviderArn(stack, "Provider", Arn);
            exposed = new GitHubDeployRole(stack, "Deploy", new() { Repository = "octo-org/octo-repo", Branches = ["main"], OidcProvider = given }).OidcProvider;
            exposed.ShouldBeSameAs(given);
        });

        ((string?)template.Properties("AWS::IAM::Role")["AssumeRolePolicyDocument"]!["Statement"]![0]!["Principal"]!["Federated"]).ShouldBe(Arn);
    }

    private static GitHubDeployRoleProps Made() => new() { Repository = "octo-org/octo-repo", Branches = ["main"], CreateOidcProvider = true };
}
