using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ServerlessPatterns.Packages.Tests;

/// <summary>A repository that a template has made.</summary>
internal sealed partial class CreatedRepository(PackedPackages packages, string folder)
{
    // What a build server sets is not set on the machine of who follows the README.
    private static readonly string[] OfBuildServers = ["CI", "GITHUB_SHA", "UPDATE_SNAPSHOTS"];

    /// <summary>All files but those that git ignores, in order.</summary>
    public IEnumerable<string> Files => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => System.IO.Path.GetRelativePath(folder, file).Replace('\\', '/'))
        .Where(file => !Ignored().IsMatch(file))
        .Order(StringComparer.Ordinal);

    /// <summary>
    /// The commands of the README, in its order: each line of its blocks of shell but of those that say that they need AWS
    /// or GitHub.
    /// </summary>
    public IReadOnlyList<string> Commands => [.. ShellBlock().Matches(Read("README.md"))
        .SelectMany(block => block.Groups["lines"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))];

    public string Path(string file) => System.IO.Path.Combine(folder, file);

    public string Read(string file) => File.ReadAllText(Path(file));

    public void Replace(string file, string old, string text)
    {
        var before = Read(file);
        before.ShouldContain(old);
        File.WriteAllText(Path(file), before.Replace(old, text, StringComparison.Ordinal));
    }

    /// <summary>Runs a line as a user's shell does, to a success.</summary>
    /// <returns>What was printed.</returns>
    public Task<string> RunAsync(string line) => PackedPackages.RunAsync(Describe(line));

    /// <summary>Runs a line that must fail.</summary>
    /// <returns>What was printed.</returns>
    public async Task<string> RunToFailureAsync(string line)
    {
        using var child = new ChildProcess(Describe(line));
        await child.Ended.WaitAsync(TimeSpan.FromMinutes(10));
        child.ExitCode.ShouldNotBe(0, child.Output);
        return child.Output;
    }

    public Task<string> GitAsync(params string[] arguments) => PackedPackages.RunAsync(packages.DescribeForApp(
        Tool.Git, folder, ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "core.quotePath=false", .. arguments]));

    private ProcessStartInfo Describe(string line)
    {
        var start = OperatingSystem.IsWindows()
            ? packages.DescribeForApp("cmd.exe", folder, "/d", "/c", line)
            : packages.DescribeForApp("sh", folder, "-c", line);
        foreach (var variable in OfBuildServers)
        {
            start.Environment.Remove(variable);
        }

        return start;
    }

    [GeneratedRegex(@"(^|/)(bin|obj|cdk\.out|\.git)/", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ignored();

    [GeneratedRegex(@"^```sh\r?\n(?<lines>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex ShellBlock();
}
