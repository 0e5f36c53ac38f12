namespace Workflows.Tests;

/// <summary>What is deployed is what was synthesised.</summary>
public class AssemblyTests
{
    private static readonly WorkflowStep Pack = Workflow.Deploy.Job("synth").Step("Pack the cloud assembly");

    [Theory]
    [InlineData("diff")]
    [InlineData("deploy")]
    public async Task Assembly_ArrivesAsItWas(string job)
    {
        using var runner = new Runner();
        var hash = await PackAsync(runner);

        (await UnpackAsync(runner, job, hash)).ShouldSucceed();

        runner.Read("cdk.out/asset.1/.hidden").ShouldBe("hidden");
        File.GetUnixFileMode(Path.Combine(runner.Workspace, "cdk.out", "asset.1", "run")).HasFlag(UnixFileMode.UserExecute).ShouldBeTrue();
    }

    [Theory]
    [InlineData("diff")]
    [InlineData("deploy")]
    public async Task AnotherAssembly_IsRefused(string job)
    {
        using var runner = new Runner();
        var hash = await PackAsync(runner);
        runner.Write("assembly.tgz", "another");

        (await UnpackAsync(runner, job, hash)).ShouldFail("assembly.tgz: FAILED");

        Directory.Exists(Path.Combine(runner.Workspace, "cdk.out")).ShouldBeFalse();
    }

    // Two calls in one run that differ in any of these must not take each other's artifacts.
    [Fact]
    public async Task Name_TellsAppsApart()
    {
        using var runner = new Runner();
        await PackAsync(runner);
        var name = runner.Outputs()["name"];
        await PackAsync(runner, app: "other ** eu-west-1 production");
        var other = runner.Outputs()["name"];
        await PackAsync(runner);

        name.ShouldMatch("^prod-eu-west-[0-9a-f]{8}$");
        other.ShouldNotBe(name);
        runner.Outputs()["name"].ShouldBe(name);
        Pack.OwnEnvironment["APP"].ShouldBe(
            "${{ inputs.working-directory }} ${{ inputs.stacks }} ${{ inputs.aws-region }} ${{ inputs.environment }}");
    }

    private static async Task<string> PackAsync(Runner runner, string app = ". ** eu-west-1 production")
    {
        var asset = Directory.CreateDirectory(Path.Combine(runner.TemporaryFolder, "assembly", "cdk.out", "asset.1")).FullName;
        await File.WriteAllTextAsync(Path.Combine(asset, ".hidden"), "hidden");
        await File.WriteAllTextAsync(Path.Combine(asset, "run"), "#!/bin/sh");
        File.SetUnixFileMode(Path.Combine(asset, "run"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        (await runner.RunAsync(Pack, Values.Of(("APP", app), ("ENVIRONMENT", "prod/eu west")))).ShouldSucceed();
        return runner.Outputs()["sha256"];
    }

    private static Task<RunResult> UnpackAsync(Runner runner, string job, string hash) => runner.RunAsync(
        Workflow.Deploy.Job(job).Step("Check and unpack the cloud assembly"),
        Values.Of(("SHA256", hash)));
}
