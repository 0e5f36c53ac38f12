using Amazon.CDK.AWS.IAM;

namespace ServerlessPatterns.Tests.Delivery;

public sealed class GitHubDiffRoleHookTests
{
    [Fact]
    public void ConfigureRole_WhatItChanges_IsTaken() => ((string?)Synthesized.Stack(stack => new GitHubDiffRole(stack, "Diff", With(props => props.Path = "/delivery/")))
        .Properties("AWS::IAM::Role")["Path"]).ShouldBe("/delivery/");

    [Fact]
    public void ConfigureRole_ThatWidensTrustOrPermissions_IsRefused()
    {
        ShouldBeRefused("ConfigureRole.AssumedBy", props => props.AssumedBy = new AccountRootPrincipal());
        ShouldBeRefused("ConfigureRole.ManagedPolicies", props => props.ManagedPolicies = [ManagedPolicy.FromAwsManagedPolicyName("ReadOnlyAccess")]);
    }

    private static GitHubDiffRoleProps With(Action<RoleProps> configure) => new() { Repository = "octo-org/octo-repo", ConfigureRole = configure };

    private static void ShouldBeRefused(string property, Action<RoleProps> configure)
    {
        var thrown = Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack => new GitHubDiffRole(stack, "Diff", With(configure))));
        thrown.Message.ShouldStartWith("GitHubDiffRole 'Test/Diff' has 1 problem");
        (thrown.Problems[0].Code, thrown.Problems[0].Property).ShouldBe(("SP2714", property));
    }
}
