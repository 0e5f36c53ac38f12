using System.Globalization;

namespace Workflows.Tests;

public class RollbackTests
{
    private const string Artifact = "release-production-0123abcd";

    private static readonly WorkflowJob Deploy = Workflow.Deploy.Job("deploy");

    [Fact]
    public async Task LastRelease_IsTheNewestOfTheBranch()
    {
        using var runner = NewRunner(Release(1, day: 1), Release(3, day: 3), Release(2, day: 2));

        (await FindAsync(runner)).ShouldSucceed().Output.ShouldContain("Going back to the release of commit3, run 3.");

        runner.Outputs()["run"].ShouldBe("3");
        runner.Calls[0].ShouldContain($"repos/owner/shop/actions/artifacts --raw-field name={Artifact} ");
    }

    // What stands beside the good one was made by someone who may not deploy.
    [Theory]
    [InlineData("branch")]
    [InlineData("fork")]
    [InlineData("expired")]
    public async Task Artifact_ThatIsNoRelease_IsPassedOver(string what)
    {
        using var runner = NewRunner(
            Release(1, day: 1),
            Release(2, day: 2, branch: what == "branch" ? "feature" : "main", fork: what == "fork", expired: what == "expired"));

        (await FindAsync(runner)).ShouldSucceed();

        runner.Outputs()["run"].ShouldBe("1");
    }

    [Theory]
    [InlineData("pull_request", "ahead")]
    [InlineData("push", "diverged")]
    [InlineData("push", "behind")]
    public async Task Run_ThatIsNotInTheHistoryOfTheBranch_IsPassedOver(string eventName, string relation)
    {
        using var runner = NewRunner(Release(1, day: 1), Release(2, day: 2));
        Describe(runner, 2, eventName, relation);

        (await FindAsync(runner)).ShouldSucceed();

        runner.Outputs()["run"].ShouldBe("1");
    }

    [Fact]
    public async Task LastRelease_OfATag_IsThatOfAnEarlierTag()
    {
        using var runner = NewRunner(Release(1, day: 1, branch: "v1.0.0"));

        (await FindAsync(runner, ("GITHUB_REF_TYPE", "tag"), ("GITHUB_REF_NAME", "v1.1.0"))).ShouldSucceed();

        runner.Outputs()["run"].ShouldBe("1");
    }

    [Fact]
    public async Task WithoutARelease_ItSaysSoAndFails()
    {
        using var runner = NewRunner();

        (await FindAsync(runner)).ShouldFail("::error::There is no earlier release to go back to");

        runner.Outputs().ShouldBeEmpty();
    }

    [Fact]
    public async Task AnswerThatCannotBeRead_Fails()
    {
        using var runner = new Runner();
        GitHubCli.Add(runner);

        (await FindAsync(runner)).ShouldFail("no answer for repos/owner/shop/actions/artifacts");
    }

    [Fact]
    public async Task LastRelease_IsDeployedAsItWasPacked()
    {
        using var runner = new Runner();
        await runner.PackAssemblyAsync("last/assembly.tgz", "{}");
        runner.StandIn("cdk", "[ -f last/cdk.out/manifest.json ]");

        (await runner.RunAsync(Deploy.Step("Deploy the last release"), Values.Of(("STACKS", "Shop Edge*")))).ShouldSucceed();

        runner.Calls.ShouldBe(["cdk deploy --app last/cdk.out --require-approval never --progress events Shop Edge*"]);
    }

    // A step that may fail would turn the job green.
    [Fact]
    public void Job_StaysRed() =>
        Workflow.Deploy.Jobs.SelectMany(job => job.Steps.Select(step => step.Node).Append(job.Node))
            .ShouldAllBe(node => node.Get("continue-on-error") == null);

    private static string Release(int run, int day, string branch = "main", bool fork = false, bool expired = false) =>
        string.Create(CultureInfo.InvariantCulture, $$"""
            {"created_at": "2026-11-0{{day}}T00:00:00Z", "expired": {{(expired ? "true" : "false")}}, "workflow_run": {"id": {{run}},
             "repository_id": 7, "head_repository_id": {{(fork ? 8 : 7)}}, "head_branch": "{{branch}}", "head_sha": "commit{{run}}" } }
            """);

    private static Runner NewRunner(params string[] releases)
    {
        var runner = new Runner();
        GitHubCli.Add(runner);
        GitHubCli.Answer(runner, "repos/owner/shop/actions/artifacts", $$"""{"artifacts": [{{string.Join(',', releases)}}] }""");
        for (var run = 1; run <= releases.Length; run++)
        {
            Describe(runner, run, "push", "ahead");
        }

        return runner;
    }

    private static void Describe(Runner runner, int run, string eventName, string relation)
    {
        GitHubCli.Answer(runner, $"repos/owner/shop/actions/runs/{run}", $$"""{"event": "{{eventName}}"}""");
        GitHubCli.Answer(runner, $"repos/owner/shop/compare/commit{run}...current", $$"""{"status": "{{relation}}"}""");
    }

    private static Task<RunResult> FindAsync(Runner runner, params (string Name, string Value)[] more) => runner.RunAsync(
        Deploy.Step("Find the last release"),
        Values.Of([
            ("ARTIFACT", Artifact), ("GH_TOKEN", "token"), ("GITHUB_SHA", "current"),
            ("GITHUB_REF_TYPE", "branch"), ("GITHUB_REF_NAME", "main"), .. more]));
}
