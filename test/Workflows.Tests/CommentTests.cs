namespace Workflows.Tests;

public class CommentTests
{
    private const string Marker = "<!-- cdk diff production-0123abcd -->";

    private static readonly WorkflowJob Comment = Workflow.Deploy.Job("comment");

    [Fact]
    public async Task Text_IsInABlock()
    {
        var comment = await WriteAsync("Stack Shop\nResources\n[+] AWS::SQS::Queue Queue ü\n");

        comment.ShouldBe($"""
            {Marker}
            **cdk diff** of production in eu-west-1, at c0ffee

            ```text
            Stack Shop
            Resources
            [+] AWS::SQS::Queue Queue ü

            ```

            """);
    }

    [Fact]
    public async Task Text_CannotEndItsBlock()
    {
        var comment = await WriteAsync("~~~\n```\n# Looks good to me, says the owner\n````\n<!-- `` -->\n");

        comment.Split('\n').Count(line => line.StartsWith("```", StringComparison.Ordinal)).ShouldBe(2);
        comment.ShouldContain("'''\n# Looks good to me");
    }

    [Theory]
    [InlineData('x')]
    [InlineData('`')]
    [InlineData('ü')]
    public async Task LongText_IsCut(char filling)
    {
        var comment = await WriteAsync(new string(filling, 70_000));

        comment.Length.ShouldBeInRange(60_000, 65_000);
        comment.ShouldEndWith("\n(the rest is in the log)\n```\n");
    }

    [Fact]
    public async Task FirstComment_IsAdded()
    {
        using var runner = NewRunner("""[{"id": 1, "user": {"login": "someone"}, "body": "Hello"}]""");

        (await SendAsync(runner)).ShouldSucceed();

        runner.Calls[^1].ShouldBe("gh api --silent --method POST repos/owner/shop/issues/42/comments --field body=@comment.md");
    }

    // Anyone can write a comment that begins as ours does.
    [Fact]
    public async Task LaterComment_ReplacesTheFirst()
    {
        using var runner = NewRunner($$"""
            [{"id": 1, "user": {"login": "someone"}, "body": "{{Marker}}"},
             {"id": 2, "user": {"login": "github-actions[bot]"}, "body": "<!-- cdk diff staging-0123abcd -->\nold"},
             {"id": 3, "user": {"login": "github-actions[bot]"}, "body": "{{Marker}}\nold"},
             {"id": 4, "user": {"login": "github-actions[bot]"}, "body": "{{Marker}}\nolder"}]
            """);

        (await SendAsync(runner)).ShouldSucceed();

        runner.Calls[^1].ShouldBe("gh api --silent --method PATCH repos/owner/shop/issues/comments/3 --field body=@comment.md");
    }

    [Fact]
    public async Task CommentsThatCannotBeRead_Fail()
    {
        using var runner = new Runner();
        GitHubCli.Add(runner);

        (await SendAsync(runner)).ShouldFail("no answer");
    }

    private static async Task<string> WriteAsync(string diff)
    {
        using var runner = new Runner();
        runner.Write("diff.txt", diff);
        (await runner.RunAsync(Comment.Step("Write the comment"), Values.Of(("MARKER", Marker), ("COMMIT", "c0ffee")))).ShouldSucceed();
        return runner.Read("comment.md");
    }

    private static Runner NewRunner(string comments)
    {
        var runner = new Runner();
        GitHubCli.Add(runner);
        GitHubCli.Answer(runner, "repos/owner/shop/issues/42/comments", comments);
        return runner;
    }

    private static Task<RunResult> SendAsync(Runner runner) => runner.RunAsync(
        Comment.Step("Add or update the comment"),
        Values.Of(("MARKER", Marker), ("GH_TOKEN", "token"), ("PULL_REQUEST", "42")));
}
