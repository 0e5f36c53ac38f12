using Amazon.CDK;
using Amazon.CDK.AWS.SQS;
using CdkEnvironment = Amazon.CDK.Environment;

namespace ServerlessPatterns.Tests.Delivery;

public sealed class GitHubDeployRolePermissionsTests
{
    [Fact]
    public void Role_ByDefault_MayAssumeTheFourBootstrapRolesOfTheStacksEnvironment() => Allowed(new()
    {
        Repository = "octo-org/octo-repo",
        Branches = ["main"],
    }).ShouldBe(
    [
        "arn:aws:iam::123456789012:role/cdk-hnb659fds-deploy-role-123456789012-us-east-1",
        "arn:aws:iam::123456789012:role/cdk-hnb659fds-file-publishing-role-123456789012-us-east-1",
        "arn:aws:iam::123456789012:role/cdk-hnb659fds-image-publishing-role-123456789012-us-east-1",
        "arn:aws:iam::123456789012:role/cdk-hnb659fds-lookup-role-123456789012-us-east-1",
    ]);

    [Theory]
    [InlineData("cdk-hnb659fds-cfn-exec-role-123456789012-us-east-1", "123456789012")]
    [InlineData("cdk-other-deploy-role-123456789012-us-east-1", "123456789012")]
    [InlineData("cdk-hnb659fds-deploy-role-123456789012-eu-west-1", "123456789012")]
    [InlineData("cdk-hnb659fds-deploy-role-210987654321-us-east-1", "210987654321")]
    [InlineData("admin", "123456789012")]
    public void Role_ByDefault_MayAssumeNoOtherRole(string role, string account)
    {
        var allowed = Allowed(Requests.Deploy(branches: ["main"]));

        allowed.ShouldAllBe(arn => !arn.Contains('*', StringComparison.Ordinal) && !arn.Contains('?', StringComparison.Ordinal));
        allowed.ShouldNotContain($"arn:aws:iam::{account}:role/{role}");
    }

    [Fact]
    public void Role_WithEnvironmentsAndQualifier_MayAssumeThoseAndNoOthers() => Allowed(new()
    {
        Repository = "octo-org/octo-repo",
        Branches = ["main"],
        Qualifier = "shop",
        BootstrappedEnvironments = [new CdkEnvironment { Region = "eu-west-1" }, new CdkEnvironment { Account = "210987654321" }, new CdkEnvironment { Region = "eu-west-1" }],
    }).ShouldBe(
    [
        "arn:aws:iam::123456789012:role/cdk-shop-deploy-role-123456789012-eu-west-1",
        "arn:aws:iam::123456789012:role/cdk-shop-file-publishing-role-123456789012-eu-west-1",
        "arn:aws:iam::123456789012:role/cdk-shop-image-publishing-role-123456789012-eu-west-1",
        "arn:aws:iam::123456789012:role/cdk-shop-lookup-role-123456789012-eu-west-1",
        "arn:aws:iam::210987654321:role/cdk-shop-deploy-role-210987654321-us-east-1",
        "arn:aws:iam::210987654321:role/cdk-shop-file-publishing-role-210987654321-us-east-1",
        "arn:aws:iam::210987654321:role/cdk-shop-image-publishing-role-210987654321-us-east-1",
        "arn:aws:iam::210987654321:role/cdk-shop-lookup-role-210987654321-us-east-1",
    ]);

    [Fact]
    public void Role_InAStackWithAnEnvironment_NamesItInWhateverPartition()
    {
        var template = Synthesized.App("Test", app => new GitHubDeployRole(
            new Stack(app, "Test", new StackProps { Env = new CdkEnvironment { Account = "111111111111", Region = "us-gov-west-1" } }), "Deploy", Requests.Deploy(branches: ["main"])));

        BootstrapPermissions.Of(template, partition: "aws-us-gov")[0]
            .ShouldBe("arn:aws-us-gov:iam::111111111111:role/cdk-hnb659fds-deploy-role-111111111111-us-gov-west-1");
    }

    [Fact]
    public void Qualifier_OfTheApp_IsTheDefault()
    {
        var template = Synthesized.Stack(
            stack => new GitHubDeployRole(stack, "Deploy", Requests.Deploy(branches: ["main"])),
            new Dictionary<string, object> { ["@aws-cdk/core:bootstrapQualifier"] = "ofapp" });

        BootstrapPermissions.Of(template)[0].ShouldContain("role/cdk-ofapp-deploy-role-");
    }

    [Fact]
    public void Role_Granted_MayDoThatToo()
    {
        var template = Synthesized.Stack(stack => new Queue(stack, "Queue").GrantSendMessages(new GitHubDeployRole(stack, "Deploy", Requests.Deploy(branches: ["main"]))));

        template.Properties("AWS::IAM::Policy")["PolicyDocument"]!["Statement"]![1]!["Action"]!.ToJsonString().ShouldContain("sqs:SendMessage");
    }

    private static IReadOnlyList<string> Allowed(GitHubDeployRoleProps props) =>
        BootstrapPermissions.Of(Synthesized.Stack(stack => new GitHubDeployRole(stack, "Deploy", props)));
}
