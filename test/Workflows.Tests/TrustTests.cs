using System.Text.RegularExpressions;

namespace Workflows.Tests;

/// <summary>Who holds credentials runs no code of the repository.</summary>
public partial class TrustTests
{
    public static TheoryData<string> Files => AllWorkflows.Names;

    [Theory]
    [MemberData(nameof(Files))]
    public void JobsWithRights_RunNoCodeOfTheRepository(string file)
    {
        foreach (var job in Workflow.Load(file).Jobs.Where(HasRights))
        {
            job.Steps.Select(step => step.Action).ShouldNotContain("actions/checkout", $"{job}");
            job.Steps.Where(step => step.Run is not null && RunsCode().IsMatch(step.Run)).ShouldBeEmpty($"{job}");
        }
    }

    [Theory]
    [InlineData("cdk synth", true)]
    [InlineData("cdk deploy", true)]
    [InlineData("cdk deploy --app cdk.out --all", false)]
    [InlineData("bash .ci/run", true)]
    [InlineData("dotnet test", true)]
    [InlineData("dotnet nuget push x.nupkg", false)]
    [InlineData("npm ci", true)]
    [InlineData("npm install --global --ignore-scripts x", false)]
    public void RunsCode_TellsWhatRunsCode(string command, bool runs) => RunsCode().IsMatch(command).ShouldBe(runs);

    // The jobs that may have a token for AWS or NuGet, or sign with one. A new one is a decision. A job that calls a
    // workflow has none itself; what it calls is among these.
    [Fact]
    public void IdTokens_AreForTheseJobsOnly() =>
        AllWorkflows.Names.SelectMany(name => Workflow.Load(name.Data).Jobs)
            .Where(job => job.Calls is null && job.Permissions.ContainsKey("id-token"))
            .Select(job => $"{job}")
            .ShouldBe(ExpectedIdTokens, ignoreOrder: true);

    private static readonly string[] ExpectedIdTokens =
    [
        "deploy.yml deploy", "deploy.yml diff",
        "release.yml attest", "release.yml publish",
        "verify.yml push", "verify.yml destroy",
        $"{Workflow.OfTemplates} push",
    ];

    [Fact]
    public void Comment_MayOnlyComment() =>
        Workflow.Deploy.Job("comment").Permissions.ShouldBe(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["pull-requests"] = "write" });

    [Fact]
    public void Synth_MayOnlyRead() =>
        Workflow.Deploy.Job("synth").Permissions.ShouldBe(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["contents"] = "read" });

    private static bool HasRights(WorkflowJob job) =>
        job.Permissions.Values.Contains("write", StringComparer.Ordinal)
        || job.Node.Get("environment") is not null
        || job.Node.Values().Any(value => value.Contains("secrets.", StringComparison.Ordinal));

    [GeneratedRegex(
        @"^\s*(cdk synth|cdk (?!.*--app [\w/]+\.out)|bash|dotnet (?!nuget push)|npm (?!install .*--ignore-scripts)|npx|node )",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex RunsCode();
}
