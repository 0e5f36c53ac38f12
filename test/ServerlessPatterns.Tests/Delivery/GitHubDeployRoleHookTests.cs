using Amazon.CDK;
using Amazon.CDK.AWS.IAM;

namespace ServerlessPatterns.Tests.Delivery;

public sealed class GitHubDeployRoleHookTests
{
    [Fact]
    public void ConfigureRole_WhatItChanges_IsTaken()
    {
        var role = Synthesized.Stack(stack => new GitHubDeployRole(stack, "Deploy", With(props =>
        {
            props.Path = "/delivery/";
            props.Description = "Ours";
            props.MaxSessionDuration = Duration.Hours(3);
        }))).Properties("AWS::IAM::Role");

        ((string?)role["Path"]).ShouldBe("/delivery/");
        ((string?)role["Description"]).ShouldBe("Ours");
        ((int?)role["MaxSessionDuration"]).ShouldBe(10_800);
    }

    [Fact]
    public void ConfigureRole_IsCalledWithTheDefaults() => Synthesized.Stack(stack => new GitHubDeployRole(stack, "Deploy", With(props =>
    {
        props.MaxSessionDuration!.ToHours().ShouldBe(1);
        props.AssumedBy.ShouldNotBeNull();
    })));

    [Fact]
    public void ConfigureRole_ThatWidensTrustOrPermissions_IsRefused()
    {
        ShouldBeRefused("SP2714", "ConfigureRole.AssumedBy", props => props.AssumedBy = new AccountRootPrincipal());
        ShouldBeRefused("SP2714", "ConfigureRole.ExternalIds", props => props.ExternalIds = ["id"]);
        ShouldBeRefused("SP2714", "ConfigureRole.ManagedPolicies", props => props.ManagedPolicies = [ManagedPolicy.FromAwsManagedPolicyName("AdministratorAccess")]);
        ShouldBeRefused("SP2714", "ConfigureRole.InlinePolicies", props => props.InlinePolicies = new Dictionary<string, PolicyDocument>(StringComparer.Ordinal) { ["more"] = new() });
    }

    [Fact]
    public void ConfigureRole_WithWhatIamRefuses_IsRefused()
    {
        ShouldBeRefused("SP2712", "ConfigureRole.MaxSessionDuration", props => props.MaxSessionDuration = Duration.Minutes(15));
        ShouldBeRefused("SP2713", "ConfigureRole.RoleName", props => props.RoleName = "deploy role");
    }

    private static GitHubDeployRoleProps With(Action<RoleProps> configure) => new() { Repository = "octo-org/octo-repo", Branches = ["main"], ConfigureRole = configure };

    private static void ShouldBeRefused(string code, string property, Action<RoleProps> configure)
    {
        var thrown = Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack =>
            new GitHubDeployRole(stack, "Deploy", With(configure))));
        thrown.ConstructPath.ShouldBe("Test/Deploy");
        var problem = thrown.Problems.ShouldHaveSingleItem();
        (problem.Code, problem.Property).ShouldBe((code, property));
    }
}
