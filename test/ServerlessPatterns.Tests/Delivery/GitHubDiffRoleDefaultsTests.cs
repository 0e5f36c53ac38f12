namespace ServerlessPatterns.Tests.Delivery;

public sealed class GitHubDiffRoleDefaultsTests
{
    private static readonly Synthesized Defaults = Synthesized.Stack(stack => new GitHubDiffRole(stack, "Diff", Requests.Diff()));

    [Fact]
    public void Template_ByDefault_HoldsARoleAndItsPolicyAndNothingElse() =>
        Defaults.Resources.Select(pair => (string)pair.Value!["Type"]!).ShouldBe(["AWS::IAM::Role", "AWS::IAM::Policy"], ignoreOrder: true);

    [Fact]
    public void Role_ByDefault_LastsAnHourAndTrustsPullRequestsByNames()
    {
        var role = Defaults.Properties("AWS::IAM::Role");

        role.AsObject().Select(pair => pair.Key).ShouldBe(["AssumeRolePolicyDocument", "Description", "MaxSessionDuration"], ignoreOrder: true);
        ((int?)role["MaxSessionDuration"]).ShouldBe(3600);
        role["AssumeRolePolicyDocument"]!["Statement"]!.AsArray().ShouldHaveSingleItem()!["Condition"].ShouldBeJson(
            """
            {"StringEquals":{
              "token.actions.githubusercontent.com:sub":"repo:octo-org/octo-repo:pull_request",
              "token.actions.githubusercontent.com:aud":"sts.amazonaws.com"}}
            """);
    }
}
