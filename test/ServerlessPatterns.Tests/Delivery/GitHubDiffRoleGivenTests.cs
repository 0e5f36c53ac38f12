using Amazon.CDK.AWS.IAM;

namespace ServerlessPatterns.Tests.Delivery;

public sealed class GitHubDiffRoleGivenTests
{
    [Fact]
    public void OidcProvider_Made_IsKeptAndTrusted()
    {
        var template = Synthesized.Stack(stack => new GitHubDiffRole(stack, "Diff", new() { Repository = "octo-org/octo-repo", CreateOidcProvider = true }));

        ((string?)template.Single("AWS::IAM::OIDCProvider")["DeletionPolicy"]).ShouldBe("RetainExceptOnCreate");
        template.Properties("AWS::IAM::Role")["AssumeRolePolicyDocument"]!["Statement"]![0]!["Principal"]!["Federated"].Target()
            .ShouldBe(template.All("AWS::IAM::OIDCProvider").Keys.Single());
    }

    [Fact]
    public void OidcProvider_Imported_IsTrustedAsItIs()
    {
        const string Arn = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com";
        var template = Synthesized.Stack(stack => new GitHubDiffRole(stack, "Diff", new()
        {
            Repository = "octo-org/octo-repo",
            OidcProvider = OpenIdConnectProvider.FromOpenIdConnectProviderArn(stack, "Provider", Arn),
        }));

        ((string?)template.Properties("AWS::IAM::Role")["AssumeRolePolicyDocument"]!["Statement"]![0]!["Principal"]!["Federated"]).ShouldBe(Arn);
    }
}
