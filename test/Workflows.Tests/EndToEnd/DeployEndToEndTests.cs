namespace Workflows.Tests;

/// <summary>The run blocks one after the other, with the real CDK and AWS CLIs and an emulator in place of AWS.</summary>
public class DeployEndToEndTests
{
    private static readonly Workflow Deploy = Workflow.Deploy;

    private static readonly string CdkPackage = $"aws-cdk@{Deploy.Input("cdk-version").Text("default")}";

    [Fact]
    public async Task Jobs_SynthesiseDeployWaitAndCompare()
    {
        using var runner = new Runner();
        Tool.RequireForDeployment();
        Tool.Require(Tool.AwsCli, "pip install awscli");
        using var emulator = await Emulator.StartAsync(runner.TemporaryFolder);
        var aws = Credentials(emulator, runner);
        runner.StandIn("cdk", $"exec {Tool.Npx} --yes {CdkPackage} \"$@\"");
        await BootstrapAsync(aws);

        // The account is known without credentials, from the role's ARN.
        File.Copy(Path.Combine(AppContext.BaseDirectory, "EndToEnd", "app.mjs"), Path.Combine(runner.Workspace, "app.mjs"));
        runner.Write("cdk.json", """{"app": "node app.mjs"}""");
        await RunAsync(runner, "synth", "Synthesise", Values.Of(
            ("DEPLOY_ROLE_ARN", "arn:aws:iam::123456789012:role/deploy"), ("CDK_HOME", runner.TemporaryFolder)));
        File.Delete(Path.Combine(runner.Workspace, "cdk.json"));
        await RunAsync(runner, "synth", "Pack the cloud assembly", Values.Of(("APP", "app")));
        var hash = runner.Outputs()["sha256"];
        await RunAsync(runner, "deploy", "Check and unpack the cloud assembly", Values.Of(("SHA256", hash)));
        runner.Read("cdk.out/Shop.template.json").ShouldContain("orders-123456789012");

        (await RunAsync(runner, "diff", "Compare with what is deployed", aws)).Output.ShouldContain("[+] AWS::SQS::Queue");
        runner.Read("diff.txt").ShouldContain("[+] AWS::SQS::Queue");

        (await RunAsync(runner, "deploy", "Deploy", aws)).Output.ShouldContain("CREATE_COMPLETE");
        File.Exists(Path.Combine(runner.Workspace, "outputs.json")).ShouldBeTrue();

        await RunAsync(runner, "deploy", "Find the lookup role", aws);
        aws["LOOKUP_ROLE_ARN"] = runner.Outputs()["role"];
        aws["LOOKUP_ROLE_ARN"].ShouldBe("arn:aws:iam::123456789012:role/cdk-localhost-lookup-role-123456789012-eu-west-1");
        (await RunAsync(runner, "deploy", "Wait until services are stable", aws)).Output
            .ShouldMatch("Waiting for arn:aws:ecs:eu-west-1:123456789012:service/.+/web");

        await RunAsync(runner, "diff", "Compare with what is deployed", aws);
        runner.Read("diff.txt").ShouldContain("There were no differences");
    }

    private static async Task<RunResult> RunAsync(Runner runner, string job, string step, Dictionary<string, string> values) =>
        (await runner.RunAsync(Deploy.Job(job).Step(step), values)).ShouldSucceed();

    private static Dictionary<string, string> Credentials(Emulator emulator, Runner runner) => Values.Of(
        ("AWS_ENDPOINT_URL", $"{emulator.Endpoint}"),
        ("AWS_ACCESS_KEY_ID", "test"),
        ("AWS_SECRET_ACCESS_KEY", "test"),
        ("AWS_DEFAULT_REGION", "eu-west-1"),
        ("CDK_HOME", runner.TemporaryFolder));

    private static async Task BootstrapAsync(Dictionary<string, string> aws)
    {
        var start = ChildProcess.Describe(
            Tool.Npx,
            ["--yes", CdkPackage, "bootstrap", "--qualifier", "localhost", "--toolkit-stack-name", "CDKToolkitLocal", "aws://123456789012/eu-west-1"],
            aws);
        start.WorkingDirectory = aws["CDK_HOME"];
        start.Environment["TMPDIR"] = aws["CDK_HOME"];
        await ChildProcess.RunAsync(start, TimeSpan.FromMinutes(5));
    }
}
