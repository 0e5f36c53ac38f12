using System.Text.Json;
using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>The gallery's <c>GitHubDeployRole</c> and <c>GitHubDiffRole</c>.</summary>
public sealed class DeliveryDeployment(GalleryFixture gallery) : StackDeployment(gallery, "Delivery");

public sealed class DeliveryStackTests(DeliveryDeployment deployment, ITestOutputHelper output)
    : StackTests(deployment, output), IClassFixture<DeliveryDeployment>
{
    private const string Version = "2010-05-08";
    private const string Issuer = "token.actions.githubusercontent.com";
    private const string Ids = "repo:octo-org@123456/octo-repo@456789";
    private const string Names = "repo:octo-org/octo-repo";

    protected override IReadOnlyList<string> NotMadeByMoto => ["AWS::IAM::OIDCProvider"];

    [Fact]
    public async Task DeployRole_AsDeployed_TrustsTheEnvironmentFromTheBranchInBothForms()
    {
        var statements = await TrustAsync("octo-repo-deploy");

        statements.Select(Condition).ShouldBe(
        [
            Write(new() { [$"{Issuer}:sub"] = $"{Ids}:environment:production", [$"{Issuer}:ref"] = "refs/heads/main", [$"{Issuer}:aud"] = "sts.amazonaws.com" }),
            Write(new() { [$"{Issuer}:sub"] = $"{Names}:environment:production", [$"{Issuer}:ref"] = "refs/heads/main", [$"{Issuer}:repository_id"] = "456789", [$"{Issuer}:aud"] = "sts.amazonaws.com" }),
        ]);
    }

    [Fact]
    public async Task DiffRole_AsDeployed_TrustsPullRequestsInBothForms()
    {
        var statements = await TrustAsync("octo-repo-diff");

        statements.Select(Condition).ShouldBe(
        [
            Write(new() { [$"{Issuer}:sub"] = $"{Ids}:pull_request", [$"{Issuer}:aud"] = "sts.amazonaws.com" }),
            Write(new() { [$"{Issuer}:sub"] = $"{Names}:pull_request", [$"{Issuer}:repository_id"] = "456789", [$"{Issuer}:aud"] = "sts.amazonaws.com" }),
        ]);
    }

    // The roles that the CDK CLI's own bootstrap made, by the names that it gave them.
    [Theory]
    [InlineData("octo-repo-deploy", "deploy", "file-publishing", "image-publishing", "lookup")]
    [InlineData("octo-repo-diff", "lookup")]
    public async Task Role_AsDeployed_MayAssumeThoseOfTheBootstrapRolesAndNoOther(string role, params string[] kinds)
    {
        var (account, region) = (deployment.Stack.Account, deployment.Stack.Region);
        var policy = await IamPolicy.ReadAsync(deployment.Gallery.Aws, role);
        var bootstrapped = (await deployment.Gallery.Aws.QueryAsync("cloudformation", "2010-05-15", "DescribeStackResources", ("StackName", "CDKToolkitLocal")))
            .All("ResourceType").Where(type => type.Value == "AWS::IAM::Role").Select(type => type.Parent!.Text("PhysicalResourceId")).ToList();

        bootstrapped.Count.ShouldBe(5);
        bootstrapped.Where(name => policy.Allows("sts:AssumeRole", $"arn:aws:iam::{account}:role/{name}"))
            .ShouldBe(kinds.Select(kind => $"cdk-localhost-{kind}-role-{account}-{region}"), ignoreOrder: true);
        policy.Allows("sts:AssumeRole", $"arn:aws:iam::{account}:role/{role}").ShouldBeFalse();
        policy.Allows("sts:AssumeRole", $"arn:aws:iam::{account}:role/cdk-hnb659fds-{kinds[0]}-role-{account}-{region}").ShouldBeFalse();
        policy.Allows("sts:AssumeRole", $"arn:aws:iam::{account}:role/cdk-localhost-{kinds[0]}-role-{account}-eu-west-1").ShouldBeFalse();
        policy.Allows("sts:AssumeRole", $"arn:aws:iam::999999999999:role/cdk-localhost-{kinds[0]}-role-{account}-{region}").ShouldBeFalse();
    }

    [Fact]
    public async Task DiffRole_TheRealCliComparingTemplates_AssumesTheLookupRoleAndNeedsNoOther()
    {
        var (gallery, stack) = (deployment.Gallery, deployment.Stack);
        var session = await RoleSession.AssumeAsync(gallery.Aws, stack, "octo-repo-diff");
        await using var proxy = await RecordingProxy.StartAsync(gallery.Emulator.Endpoint, stack);

        await gallery.Cdk.DiffAsync(stack.Name, session, proxy.Address);

        // Everybody may ask who they are.
        var calls = proxy.Calls.Where(call => call.AccessKey == session.AccessKey && call.Action != "sts:GetCallerIdentity").ToList();
        var policy = await IamPolicy.ReadAsync(gallery.Aws, "octo-repo-diff");
        calls.Where(call => !policy.Allows(call.Action, call.Resource)).ShouldBeEmpty();
        calls.Select(call => call.Resource).Distinct().ShouldBe([$"arn:aws:iam::{stack.Account}:role/cdk-localhost-lookup-role-{stack.Account}-{stack.Region}"]);
        proxy.Calls.ShouldContain(call => call.AccessKey != session.AccessKey, "the lookup role's session reads the stack");
    }

    [Fact]
    public async Task Role_AsDeployed_LastsAnHour()
    {
        foreach (var role in new[] { "octo-repo-deploy", "octo-repo-diff" })
        {
            (await RoleAsync(role)).Text("MaxSessionDuration").ShouldBe("3600");
        }
    }

    private async Task<IReadOnlyList<JsonNode>> TrustAsync(string role)
    {
        var document = JsonNode.Parse(Uri.UnescapeDataString((await RoleAsync(role)).Text("AssumeRolePolicyDocument")))!;
        JsonNode[] statements = [.. document["Statement"]!.AsArray().Select(statement => statement!)];
        statements.ShouldAllBe(statement => statement["Principal"]!["Federated"]!.GetValue<string>() == $"arn:aws:iam::{deployment.Stack.Account}:oidc-provider/{Issuer}");
        statements.ShouldAllBe(statement => statement["Action"]!.GetValue<string>() == "sts:AssumeRoleWithWebIdentity" && statement["Effect"]!.GetValue<string>() == "Allow");
        return statements;
    }

    private Task<System.Xml.Linq.XElement> RoleAsync(string role) => deployment.Gallery.Aws.QueryAsync("iam", Version, "GetRole", ("RoleName", role));

    private static string Condition(JsonNode statement)
    {
        var condition = statement["Condition"]!.AsObject().ShouldHaveSingleItem();
        condition.Key.ShouldBe("StringEquals");
        return Write(condition.Value!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<string>(), StringComparer.Ordinal));
    }

    private static string Write(Dictionary<string, string> values) =>
        JsonSerializer.Serialize(new SortedDictionary<string, string>(values, StringComparer.Ordinal));
}

public sealed class DeliveryDestroyTests(GalleryFixture gallery) : DestroyTests(gallery, "Delivery")
{
    protected override IReadOnlyList<string> Kept => [];

    protected override IReadOnlyList<string> Removed => ["AWS::IAM::Role"];
}
