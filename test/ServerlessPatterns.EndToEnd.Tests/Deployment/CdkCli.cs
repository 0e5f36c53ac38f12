using System.Diagnostics;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>The real CDK CLI, with an emulator in place of AWS.</summary>
internal sealed class CdkCli(Emulator emulator, string temporaryFolder)
{
    /// <summary>In place of a stack's name: all of them.</summary>
    public const string All = "--all";

    // moto reads a template from a bucket only when its address holds this word, which the qualifier puts there.
    private const string Qualifier = "localhost";

    // Each takes seconds, but for a first synth, which publishes the functions, on a machine that is busy.
    private static readonly TimeSpan TooLong = TimeSpan.FromMinutes(10);

    // With a space, as many a user's folder has one. The temporary folder itself cannot have one: jsii does not start then.
    private readonly string assembly = Path.Combine(temporaryFolder, "cdk out");

    public Task BootstrapAsync(string account) => RunAsync(
        "bootstrap",
        "--qualifier",
        Qualifier,
        "--toolkit-stack-name",
        "CDKToolkitLocal",
        $"aws://{account}/{AwsCredentials.Administrator.Region}");

    /// <summary>Runs the app as it was built with the tests.</summary>
    public async Task SynthAsync(string appPath)
    {
        await RunAsync(
            start => start.Environment["CDK_APP"] = $"dotnet \"{appPath}\"",
            "synth",
            "--quiet",
            "--output",
            assembly,
            "--context",
            $"@aws-cdk/core:bootstrapQualifier={Qualifier}");
        foreach (var template in Directory.EnumerateFiles(assembly, "*.template.json"))
        {
            await AdaptAsync(template);
        }
    }

    /// <summary>The template as the app wrote it.</summary>
    public Task<string> TemplateAsync(string stack) => File.ReadAllTextAsync(Path.Combine(assembly, $"{stack}.template.json.original"));

    // A deployment that changes a stack waits for the change set of the same name for ever, hence a name of its own. Stacks
    // are not made at the same time: moto takes the last change set of a name, whichever stack it is of.
    public Task DeployAsync(string stack) => RunAsync(
        "deploy",
        stack,
        "--app",
        assembly,
        "--require-approval",
        "never",
        "--change-set-name",
        $"e2e-{Guid.NewGuid():N}");

    /// <summary>Fails when the deployed template is another one; a change set would ask more of the emulator than it has.</summary>
    public Task DiffAsync(string stack) => RunAsync("diff", stack, "--app", assembly, "--method", "template", "--fail");

    /// <summary>The same, called by somebody else and through something that listens.</summary>
    public Task DiffAsync(string stack, AwsCredentials caller, Uri endpoint) => RunAsync(
        start =>
        {
            foreach (var (name, value) in caller.Variables(endpoint))
            {
                start.Environment[name] = value;
            }
        },
        "diff",
        stack,
        "--app",
        assembly,
        "--method",
        "template",
        "--fail");

    public Task DestroyAsync(string stack) => RunAsync("destroy", stack, "--app", assembly, "--force");

    private async Task AdaptAsync(string template)
    {
        var original = await File.ReadAllTextAsync(template);
        await File.WriteAllTextAsync($"{template}.original", original);
        if (emulator.IsMoto)
        {
            await File.WriteAllTextAsync(template, MotoTemplate.Adapt(original));
        }
    }

    private Task<string> RunAsync(params string[] arguments) => RunAsync(_ => { }, arguments);

    // The app goes through the environment: its quotes would not survive cmd.exe, which starts npx on Windows.
    private Task<string> RunAsync(Action<ProcessStartInfo> configure, params string[] arguments)
    {
        var start = ChildProcess.Describe(
            Tool.Npx,
            ["--yes", Tool.CdkCli, .. arguments, "--no-notices"],
            AwsCredentials.Administrator.Variables(emulator.Endpoint));

        // Away from cdk.json: even a bootstrap would build and run the app that stands there.
        start.WorkingDirectory = temporaryFolder;
        start.Environment["CDK_HOME"] = temporaryFolder;
        start.Environment["NO_COLOR"] = "1";
        start.Environment.Remove("AWS_PROFILE");

        // jsii leaves 66 MB a process in the folder that these name.
        foreach (var name in new[] { "TMPDIR", "TMP", "TEMP" })
        {
            start.Environment[name] = temporaryFolder;
        }

        configure(start);
        return ChildProcess.RunAsync(start, TooLong);
    }
}
