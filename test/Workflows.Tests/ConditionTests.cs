namespace Workflows.Tests;

public class ConditionTests
{
    private static readonly Workflow Deploy = Workflow.Deploy;

    [Theory]
    [InlineData("pull_request", "owner/shop", "arn:aws:iam::123456789012:role/diff", true)]
    [InlineData("pull_request", "stranger/shop", "arn:aws:iam::123456789012:role/diff", false)]
    [InlineData("pull_request", "owner/shop", "", false)]
    [InlineData("pull_request_target", "owner/shop", "arn:aws:iam::123456789012:role/diff", false)]
    [InlineData("push", null, "arn:aws:iam::123456789012:role/diff", false)]
    public async Task Diff_IsForPullRequestsFromWithinTheRepository(string eventName, string? from, string role, bool runs) =>
        (await HoldsAsync(Deploy.Job("diff").Node.Text("if")!, Contexts(eventName, from, role))).ShouldBe(runs);

    [Theory]
    [InlineData("pull_request", "owner/shop", false)]
    [InlineData("pull_request", "stranger/shop", true)]
    [InlineData("push", null, false)]
    public async Task Forks_AreToldWhyThereIsNoDiff(string eventName, string? from, bool runs) =>
        (await HoldsAsync(
            Deploy.Job("synth").Step("Say why there is no diff").Node.Text("if")!,
            Contexts(eventName, from, "arn:aws:iam::123456789012:role/diff"))).ShouldBe(runs);

    [Theory]
    [InlineData("push", true)]
    [InlineData("workflow_dispatch", true)]
    [InlineData("schedule", true)]
    [InlineData("release", true)]
    [InlineData("pull_request", false)]
    [InlineData("pull_request_target", false)]
    [InlineData("issue_comment", false)]
    [InlineData("workflow_run", false)]
    [InlineData("merge_group", false)]
    public async Task Deploy_IsForEventsOfTheBranch(string eventName, bool runs) =>
        (await HoldsAsync(Deploy.Job("deploy").Node.Text("if")!, Contexts(eventName, null, string.Empty))).ShouldBe(runs);

    [Theory]
    [InlineData(true, "failure", true)]
    [InlineData(true, "success", true)]
    [InlineData(true, "skipped", false)]
    [InlineData(false, "success", false)]
    public async Task Rollback_FollowsAFailureOfOrAfterTheDeployment(bool failed, string deploy, bool runs) =>
        (await HoldsAsync(
            Deploy.Job("deploy").Step("Find the last release").Node.Text("if")!,
            $$"""{"failed": {{(failed ? "true" : "false")}}, "steps": {"deploy": {"outcome": "{{deploy}}"} } }""")).ShouldBe(runs);

    [Theory]
    [InlineData("success", true)]
    [InlineData("failure", false)]
    public async Task Rollback_NeedsARelease(string found, bool runs) =>
        (await HoldsAsync(
            Deploy.Job("deploy").Step("Deploy the last release").Node.Text("if")!,
            $$"""{"failed": true, "steps": {"last": {"outcome": "{{found}}"} } }""")).ShouldBe(runs);

    // After all checks, and after what a failure brings: a release is what has passed.
    [Fact]
    public void Release_IsKeptLastAndOnlyOnSuccess()
    {
        var last = Deploy.Job("deploy").Steps[^1];
        last.Name.ShouldBe("Keep the cloud assembly as a release");
        last.Node.Get("if").ShouldBeNull();
    }

    private static Task<bool> HoldsAsync(string expression, string contexts) => Condition.HoldsAsync(expression, contexts);

    private static string Contexts(string eventName, string? from, string role)
    {
        var pullRequest = from is null ? "{}" : $$"""{"pull_request": {"head": {"repo": {"full_name": "{{from}}" } } } }""";
        return $$"""
            {"github": {"event_name": "{{eventName}}", "repository": "owner/shop", "event": {{pullRequest}} },
             "inputs": {"diff-role-arn": "{{role}}"} }
            """;
    }
}
