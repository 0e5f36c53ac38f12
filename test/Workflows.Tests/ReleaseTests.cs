namespace Workflows.Tests;

public class ReleaseTests
{
    private const string Released = """
        # Changes

        ## 1.2.0 (2026-12-01)

        - A new pattern.
        - Another.

        ## 1.1.0 (2026-11-01)

        - An old one.
        """;

    private static readonly WorkflowStep Check = Workflow.Load("release.yml").Job("pack").Step("Check the tag and take the notes");

    [Fact]
    public async Task Notes_AreThoseOfTheVersion()
    {
        using var runner = NewRunner("1.2.0", Released);

        (await CheckAsync(runner, "v1.2.0")).ShouldSucceed();

        runner.Read("packages/notes.md").Trim().ShouldBe("- A new pattern.\n- Another.");
    }

    [Theory]
    [InlineData("v1.1.0")]
    [InlineData("1.2.0")]
    [InlineData("v1.2.0-beta")]
    public async Task Tag_OfAnotherVersion_IsRefused(string tag)
    {
        using var runner = NewRunner("1.2.0", Released);

        (await CheckAsync(runner, tag)).ShouldFail($"::error::The tag is {tag}, and the version in Directory.Build.props is 1.2.0.");
    }

    [Theory]
    [InlineData("# Changes\n\n## 1.1.0 (2026-11-01)\n\n- An old one.\n")]
    [InlineData("# Changes\n\n## 1.2.0 (not released)\n\n- A new pattern.\n")]
    [InlineData("# Changes\n\n## 1.2.0 (2026-12-01)\n\n## 1.1.0 (2026-11-01)\n\n- An old one.\n")]
    public async Task Version_WithoutNotes_IsRefused(string changes)
    {
        using var runner = NewRunner("1.2.0", changes);

        (await CheckAsync(runner, "v1.2.0")).ShouldFail("::error::CHANGELOG.md has no section '## 1.2.0 (its date)'");
    }

    // The files as they are: their form is what the block reads.
    [Fact]
    public async Task Repository_CanBeReleased()
    {
        var changes = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "CHANGELOG.md"), TestContext.Current.CancellationToken);
        var props = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "Directory.Build.props"), TestContext.Current.CancellationToken);
        var version = System.Xml.Linq.XDocument.Parse(props).Descendants("Version").ShouldHaveSingleItem().Value;
        using var runner = new Runner();
        runner.Write("Directory.Build.props", props);
        runner.Write("CHANGELOG.md", changes.Replace("(not released)", "(2026-12-01)", StringComparison.Ordinal));

        (await CheckAsync(runner, $"v{version}")).ShouldSucceed();
    }

    private static Runner NewRunner(string version, string changes)
    {
        var runner = new Runner();
        runner.Write("Directory.Build.props", $"<Project>\n  <PropertyGroup>\n    <Version>{version}</Version>\n  </PropertyGroup>\n</Project>\n");
        runner.Write("CHANGELOG.md", changes);
        return runner;
    }

    private static Task<RunResult> CheckAsync(Runner runner, string tag) => runner.RunAsync(Check, Values.Of(("GITHUB_REF_NAME", tag)));
}
