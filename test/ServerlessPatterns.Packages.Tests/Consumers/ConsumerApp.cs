namespace ServerlessPatterns.Packages.Tests;

/// <summary>A user's app: every stack of the gallery, the package from the feed, and functions that the user has built.</summary>
internal sealed class ConsumerApp
{
    /// <summary>The only call of the synth that there is a program for: the app itself, as cdk.json says.</summary>
    public const string OwnProcess = "dotnet bin/Release/net10.0/Consumer.dll";

    /// <summary>The versions that the CDK counts in each template are those of this run's packages, which are beside the point.</summary>
    public static readonly string[] SynthArguments = ["synth", "--quiet", "--no-version-reporting"];

    private static readonly string[] Functions = ["MinuteAggregates", "NightlyReport", "OrderQueue", "OrderTotals"];

    private readonly PackedPackages packages;
    private readonly string folder;

    public ConsumerApp(PackedPackages packages, string name)
    {
        this.packages = packages;
        folder = packages.NewApp(name);
        Files.CopyFolder(Path.Combine(BuildFacts.SourceFolder, "Consumers", "App"), folder);
        var gallery = Directory.EnumerateFiles(Path.Combine(Repository.Root, "examples", "Gallery"), "*.cs");
        Files.CopyFiles(
            gallery.Where(file => Path.GetFileName(file) is not ("Program.cs" or "Samples.cs")), Path.Combine(folder, "Stacks"));
        foreach (var function in Functions)
        {
            Files.CopyFolder(Path.GetDirectoryName(BuildFacts.ExampleAssembly(function))!, Path.Combine(folder, "functions", function));
        }
    }

    /// <summary>The templates that the last synth has written.</summary>
    public Templates Templates => new(Path.Combine(folder, "cdk.out"));

    /// <summary>Restores and compiles the app without Node.js, npm and Docker.</summary>
    /// <param name="feed">A feed beside that of the packages.</param>
    /// <param name="options">Options of <c>dotnet build</c>.</param>
    /// <returns>The calls of these.</returns>
    public async Task<IReadOnlyList<string>> BuildAsync(string? feed = null, params string[] options)
    {
        var start = packages.DescribeForApp(
            Tool.Dotnet, folder, ["build", "--configuration", "Release", $"-p:PatternsVersion={packages.Version}", .. options]);
        start.Environment["RestoreAdditionalProjectSources"] += feed is null ? "" : $";{feed}";
        var standIns = new StandIns(start, Path.Combine(folder, "during build"), ["docker", "npm", "npx", "node"]);
        await PackedPackages.RunAsync(start);
        return standIns.Calls;
    }

    /// <summary>Synthesises with the real CLI, without npm, Docker and an SDK that could publish.</summary>
    /// <param name="publish">A project in the app's folder, to publish in place of the functions that are there.</param>
    /// <returns>What was printed, the exit code and the calls.</returns>
    public async Task<Synth> SynthAsync(string? publish = null)
    {
        var start = packages.DescribeCdk(folder, SynthArguments);
        start.Environment["PUBLISH_PROJECT"] = publish;
        var standIns = new StandIns(start, Path.Combine(folder, $"during synth {publish}"), ["docker", "npm", "dotnet"], OwnProcess);
        using var child = new ChildProcess(start);
        await child.Ended.WaitAsync(PackedPackages.TooLong);
        return new Synth(child.ExitCode, child.Output, standIns.Calls);
    }

    internal sealed record Synth(int ExitCode, string Output, IReadOnlyList<string> Calls);
}
