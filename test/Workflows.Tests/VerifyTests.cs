using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Workflows.Tests;

public partial class VerifyTests
{
    private static readonly Workflow Verify = Workflow.Load("verify.yml");

    private static readonly string Gallery = File.ReadAllText(
        Path.Combine(Repository.Root, "examples", "Gallery", "GalleryStacks.cs"));

    [Fact]
    public void Stacks_AreThoseOfTheGallery_WithoutTheRolesInUse() =>
        new[] { "repository", "gallery" }.SelectMany(job => Verify.Job(job).Node.Scalars("with")["stacks"].Split(' '))
            .Append("Delivery")
            .ShouldBe(StackLine().Matches(Gallery).Select(line => line.Groups["name"].Value), ignoreOrder: true);

    [Fact]
    public void Functions_AreOutputsOfTheirStacks()
    {
        var lines = Verify.Job("gallery").Node.Scalars("with")["smoke-functions"].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var (stack, output) in lines.Select(line => line.Split(' ')[0].Split('.')).Select(name => (name[0], name[1])))
        {
            File.ReadAllText(Path.Combine(Repository.Root, "examples", "Gallery", $"{stack}Stack.cs"))
                .ShouldContain($"new CfnOutput(this, \"{output}\"");
        }
    }

    [Fact]
    public async Task Everything_IsDestroyed_ButTheRolesInUse()
    {
        using var runner = new Runner();
        await runner.PackAssemblyAsync("assembly-verify-1/assembly.tgz", """
            {"artifacts": {
              "Thumbnail": {"type": "aws:cloudformation:stack"}, "Thumbnail.assets": {"type": "cdk:asset-manifest"},
              "Delivery": {"type": "aws:cloudformation:stack"}, "ImageRepository": {"type": "aws:cloudformation:stack"} } }
            """);
        runner.StandIn("cdk", "exit 0");

        (await runner.RunAsync(Verify.Job("destroy").Step("Destroy the stacks"))).ShouldSucceed();

        runner.Calls.ShouldBe(["cdk destroy --app cdk.out --force Thumbnail ImageRepository"]);
    }

    [Theory]
    [InlineData("failure", true)]
    [InlineData("success", true)]
    [InlineData("skipped", false)]
    public async Task Destroy_FollowsEveryDeployment(string repository, bool runs) =>
        (await Condition.HoldsAsync(
            Verify.Job("destroy").Node.Text("if")!,
            $$"""{"needs": {"repository": {"result": "{{repository}}"} } }""")).ShouldBe(runs);

    [Fact]
    public async Task DisposableGallery_KeepsNothing()
    {
        using var runner = new Runner();
        runner.StandIn("dotnet", """
            cat > "$CDK_OUTDIR/Shop.template.json" <<'JSON'
            {"Resources": {
              "Table": {"Type": "AWS::DynamoDB::Table", "DeletionPolicy": "RetainExceptOnCreate", "UpdateReplacePolicy": "Retain"},
              "Images": {"Type": "AWS::ECR::Repository", "DeletionPolicy": "Retain", "Properties": {} },
              "Role": {"Type": "AWS::IAM::Role"} } }
            JSON
            """);
        File.Copy(Path.Combine(Repository.Root, ".github", "verify", "disposable.mjs"), Path.Combine(runner.Workspace, "disposable.mjs"));

        await RunAppAsync(runner);

        runner.Calls.ShouldBe(["dotnet run --project ../../examples/Gallery"]);
        var resources = JsonNode.Parse(runner.Read("Shop.template.json"))!["Resources"]!;
        resources.ToJsonString().ShouldNotContain("Retain");
        ((bool)resources["Images"]!["Properties"]!["EmptyOnDelete"]!).ShouldBeTrue();
        resources["Role"]!.AsObject().Count.ShouldBe(1);
    }

    private static async Task RunAppAsync(Runner runner) => await ChildProcess.RunAsync(
        ChildProcess.Describe(Tool.Node, [Path.Combine(runner.Workspace, "disposable.mjs")], runner.Variables("CDK_OUTDIR")),
        TimeSpan.FromMinutes(2));

    [GeneratedRegex("""new \w+\(app, "(?<name>\w+)"\)""", RegexOptions.None, 1000)]
    private static partial Regex StackLine();
}
