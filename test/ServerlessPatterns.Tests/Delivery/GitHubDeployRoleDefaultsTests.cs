namespace ServerlessPatterns.Tests.Delivery;

public sealed class GitHubDeployRoleDefaultsTests
{
    private static readonly Synthesized Defaults = Synthesized.Stack(stack => new GitHubDeployRole(stack, "Deploy", Requests.Deploy(branches: ["main"])));

    [Fact]
    public void Template_ByDefault_HoldsARoleAndItsPolicyAndNothingElse() =>
        Defaults.Resources.Select(pair => (string)pair.Value!["Type"]!).ShouldBe(["AWS::IAM::Role", "AWS::IAM::Policy"], ignoreOrder: true);

    [Fact]
    public void Role_ByDefault_LastsAnHourAndHasNeitherNameNorBoundaryNorManagedPolicies()
    {
        var role = Defaults.Properties("AWS::IAM::Role");

        role.AsObject().Select(pair => pair.Key).ShouldBe(["AssumeRolePolicyDocument", "Description", "MaxSessionDuration"], ignoreOrder: true);
        ((int?)role["MaxSessionDuration"]).ShouldBe(3600);
        ((string?)role["Description"]).ShouldBe("GitHubDeployRole of GitHub Actions in octo-org/octo-repo");
    }

    [Fact]
    public void Trust_ByDefault_IsTheAccountsProviderForOneSubjectByNames() => Defaults.Properties("AWS::IAM::Role")["AssumeRolePolicyDocument"].ShouldBeJson(
        """
        {"Version":"2012-10-17","Statement":[{
          "Action":"sts:AssumeRoleWithWebIdentity","Effect":"Allow",
          "Principal":{"Federated":{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},":iam::",{"Ref":"AWS::AccountId"},":oidc-provider/token.actions.githubusercontent.com"]]}},
          "Condition":{"StringEquals":{
            "token.actions.githubusercontent.com:sub":"repo:octo-org/octo-repo:ref:refs/heads/main",
            "token.actions.githubusercontent.com:aud":"sts.amazonaws.com"}}}]}
        """);

    [Fact]
    public void Props_ByDefault_TrustNobody()
    {
        var props = new GitHubDeployRoleProps { Repository = "octo-org/octo-repo" };

        props.Branches.ShouldBeEmpty();
        props.Tags.ShouldBeEmpty();
        props.Environments.ShouldBeEmpty();
        props.EnvironmentBranches.ShouldBeEmpty();
        props.IssuerUrl.ShouldBe(new Uri("https://token.actions.githubusercontent.com"));
        props.CreateOidcProvider.ShouldBeFalse();
    }
}
