using System.Diagnostics;

namespace ServerlessPatterns.Packages.Tests;

/// <summary>
/// The packages of this repository, packed once a test run as the build left them, in a feed for apps outside of the repository.
/// </summary>
public sealed class PackedPackages : IAsyncLifetime
{
    /// <summary>For any program of a test: each takes seconds, but for a first restore on a machine that is busy.</summary>
    public static readonly TimeSpan TooLong = TimeSpan.FromMinutes(10);

    private readonly TemporaryFolder temporary = new();

    /// <summary>The version of all packages. No other run has the same, so that no cache can hold another package of it.</summary>
    public string Version { get; } = $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmss}.{Environment.ProcessId}";

    /// <summary>The feed: a folder of .nupkg and .snupkg files.</summary>
    public string Feed => Folder("feed");

    /// <summary>The names of all packages, in order.</summary>
    public IReadOnlyList<string> Ids { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var start = Describe(Tool.Dotnet, Repository.Root, [
            "pack", "ServerlessPatterns.sln", "--no-build", "--configuration", BuildFacts.Configuration, "--output", Feed,
            $"-p:PackageVersion={Version}",
            // Projects that others build at this moment use the folder that this would be written to otherwise.
            $"-p:NuspecOutputPath={Folder("nuspec")}{Path.DirectorySeparatorChar}",
        ]);
        await ChildProcess.RunAsync(start, TooLong);
        Ids = [.. Directory.EnumerateFiles(Feed, $"*.{Version}.nupkg")
            .Select(file => Path.GetFileName(file).Replace($".{Version}.nupkg", "", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
    }

    public ValueTask DisposeAsync()
    {
        temporary.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The .nupkg file of a package.</summary>
    public string PackageFile(string id) => Path.Combine(Feed, $"{id}.{Version}.nupkg");

    /// <summary>The .snupkg file of a package.</summary>
    public string SymbolsFile(string id) => Path.Combine(Feed, $"{id}.{Version}.snupkg");

    /// <summary>A new folder for an app, outside of the repository and with a space in its path.</summary>
    /// <param name="name">The folder's name, which no other test gives.</param>
    /// <returns>The folder's path.</returns>
    public string NewApp(string name)
    {
        var folder = Path.Combine(Folder("apps of users"), name);
        Directory.Exists(folder).ShouldBeFalse(folder);
        return Directory.CreateDirectory(folder).FullName;
    }

    /// <summary>Runs <c>dotnet</c> in an app's folder; restores find the packages in the feed.</summary>
    /// <returns>What was printed.</returns>
    public Task<string> DotnetAsync(string app, params string[] arguments) =>
        RunAsync(DescribeForApp(Tool.Dotnet, app, arguments));

    /// <summary>Runs the CDK CLI in an app's folder, as its users do.</summary>
    /// <returns>What was printed.</returns>
    public Task<string> CdkAsync(string app, params string[] arguments) => RunAsync(DescribeCdk(app, arguments));

    /// <summary>The CDK CLI in an app's folder, to be changed before it is run.</summary>
    public ProcessStartInfo DescribeCdk(string app, params string[] arguments)
    {
        Tool.Require(Tool.Npx, "npm, which comes with Node.js, https://nodejs.org");
        return DescribeForApp(Tool.Npx, app, ["--yes", Tool.CdkCli, .. arguments, "--no-notices"]);
    }

    /// <summary>Any program in an app's folder, with the environment in which restores find the packages in the feed.</summary>
    public ProcessStartInfo DescribeForApp(string program, string app, params string[] arguments)
    {
        var start = Describe(program, app, arguments);

        // MSBuild takes variables for properties. What the user restored before is found where it lies, and nothing is added to it.
        start.Environment["NUGET_PACKAGES"] = Folder("packages");
        start.Environment["RestoreAdditionalProjectFallbackFolders"] = BuildFacts.UserPackages;
        start.Environment["RestoreAdditionalProjectSources"] = Feed;
        return start;
    }

    /// <summary>Runs a program to its end, which must be a success.</summary>
    /// <returns>What was printed.</returns>
    public static Task<string> RunAsync(ProcessStartInfo start) => ChildProcess.RunAsync(start, TooLong);

    /// <summary>Any program in a folder, with a temporary folder that goes with the test run.</summary>
    public ProcessStartInfo Describe(string program, string folder, params string[] arguments)
    {
        var start = ChildProcess.Describe(program, arguments, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            // No compiler and no build node outlives its build.
            ["MSBUILDDISABLENODEREUSE"] = "1",
            ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
            ["UseSharedCompilation"] = "false",
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["DOTNET_CLI_UI_LANGUAGE"] = "en",
            ["CDK_HOME"] = temporary.Path,
            ["NO_COLOR"] = "1",
            // jsii leaves 66 MB a process here, and does not start where the path has a space.
            ["TMPDIR"] = temporary.Path,
            ["TMP"] = temporary.Path,
            ["TEMP"] = temporary.Path,
        });
        start.WorkingDirectory = folder;

        // dotnet test leaves the paths of its own SDK behind.
        string[] inherited = [.. start.Environment.Keys.Where(name =>
            name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) && name != "MSBUILDDISABLENODEREUSE")];
        foreach (var name in inherited)
        {
            start.Environment.Remove(name);
        }

        return start;
    }

    private string Folder(string name) => Path.Combine(temporary.Path, name);
}
