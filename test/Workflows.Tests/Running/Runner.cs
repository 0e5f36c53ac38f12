namespace Workflows.Tests;

/// <summary>A folder in which run blocks run as GitHub runs them, with stand-ins for the commands that leave the machine.</summary>
internal sealed class Runner : IDisposable
{
    private static readonly TimeSpan TooLong = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder folder = new();

    public Runner()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The workflows run on Ubuntu, with its tools.");
        Tool.Require("jq", "apt-get install jq");
        Directory.CreateDirectory(Workspace);
        Directory.CreateDirectory(Bin);
    }

    /// <summary>The folder that a job starts in.</summary>
    public string Workspace => Path.Combine(folder.Path, "work space");

    public string TemporaryFolder => folder.Path;

    /// <summary>Each call of a stand-in, with its arguments.</summary>
    public IReadOnlyList<string> Calls => File.Exists(CallsFile) ? File.ReadAllLines(CallsFile) : [];

    private string Bin => Path.Combine(folder.Path, "bin");

    private string CallsFile => Path.Combine(folder.Path, "calls");

    private string OutputFile => Path.Combine(folder.Path, "output");

    /// <summary>Puts a command before those of the machine, which records its call.</summary>
    public void StandIn(string command, string script)
    {
        var path = Path.Combine(Bin, command);
        File.WriteAllText(path, $"#!/usr/bin/env bash\nprintf '%s\\n' \"{command} $*\" >> '{CallsFile}'\n{script}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Write(string name, string text)
    {
        var path = Path.Combine(Workspace, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Packs a cloud assembly with this manifest, as the workflow does.</summary>
    public async Task PackAssemblyAsync(string archive, string manifest)
    {
        Write("packed/cdk.out/manifest.json", manifest);
        var path = Path.Combine(Workspace, archive);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await ChildProcess.RunAsync(
            ChildProcess.Describe("tar", ["-czf", path, "-C", Path.Combine(Workspace, "packed"), "cdk.out"], NoValues), TimeSpan.FromMinutes(1));
    }

    public string Read(string name) => File.ReadAllText(Path.Combine(Workspace, name));

    /// <summary>What the last block wrote to GITHUB_OUTPUT.</summary>
    public IReadOnlyDictionary<string, string> Outputs() => File.ReadAllLines(OutputFile)
        .Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>The stand-ins on the path, and a variable that names the folder, for a program that runs by itself.</summary>
    public Dictionary<string, string> Variables(string folderName) => new(StringComparer.Ordinal)
    {
        ["PATH"] = $"{Bin}:{System.Environment.GetEnvironmentVariable("PATH")}",
        [folderName] = Workspace,
    };

    /// <summary>Runs the block with the environment that the workflow names; what is an expression there has to be given.</summary>
    public async Task<RunResult> RunAsync(WorkflowStep step, IReadOnlyDictionary<string, string>? given = null)
    {
        var script = Path.Combine(folder.Path, "run.sh");
        await File.WriteAllTextAsync(script, step.Run);
        await File.WriteAllTextAsync(OutputFile, string.Empty);
        var start = ChildProcess.Describe("bash", ["--noprofile", "--norc", "-eo", "pipefail", script], Environment(step, given ?? NoValues));
        start.WorkingDirectory = Workspace;
        using var block = new ChildProcess(start);
        await block.Ended.WaitAsync(TooLong);
        return new RunResult(block.ExitCode, block.Output);
    }

    public void Dispose() => folder.Dispose();

    private static readonly Dictionary<string, string> NoValues = new(StringComparer.Ordinal);

    private Dictionary<string, string> Environment(WorkflowStep step, IReadOnlyDictionary<string, string> given)
    {
        var values = step.Environment;
        foreach (var (name, value) in given)
        {
            values[name] = value;
        }

        values.Where(value => value.Value.Contains("${{", StringComparison.Ordinal)).Select(value => value.Key)
            .ShouldBeEmpty($"{step} needs values for these.");
        values["PATH"] = $"{Bin}:{System.Environment.GetEnvironmentVariable("PATH")}";
        values["RUNNER_TEMP"] = folder.Path;
        values["TMPDIR"] = folder.Path;
        values["GITHUB_OUTPUT"] = OutputFile;
        values["CI"] = "true";
        return values;
    }
}
