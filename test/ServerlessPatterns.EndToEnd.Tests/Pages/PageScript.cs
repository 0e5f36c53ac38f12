namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>Runs the lines that a page tells its readers to run, as they stand there.</summary>
internal static class PageScript
{
    // Version 1 of the AWS CLI looks for SQS elsewhere, whatever AWS_ENDPOINT_URL says.
    private const string Aws = "aws() { command aws --endpoint-url \"$AWS_ENDPOINT_URL\" \"$@\"; }\n";

    /// <summary>The bash block below the comment <c>test: name</c>.</summary>
    public static string Read(string page, string name)
    {
        var marker = $"<!-- test: {name} -->";
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "patterns", page)).ReplaceLineEndings("\n");
        text.ShouldContain(marker);
        var after = text.Split(marker)[1].TrimStart();
        after.ShouldStartWith("```bash\n");
        return after["```bash\n".Length..].Split("\n```")[0];
    }

    public static async Task<string> RunAsync(string script, Uri endpoint)
    {
        var start = ChildProcess.Describe(Tool.Bash, ["-euo", "pipefail", "-c", Aws + script], AwsCredentials.Administrator.Variables(endpoint));
        start.Environment["AWS_PAGER"] = string.Empty;
        return await ChildProcess.RunAsync(start, TimeSpan.FromMinutes(1));
    }
}
