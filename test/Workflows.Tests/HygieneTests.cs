using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Workflows.Tests;

/// <summary>What holds in every workflow.</summary>
public partial class HygieneTests
{
    private static readonly string[] Actions =
    [
        "actions/attest", "actions/checkout", "actions/download-artifact", "actions/setup-dotnet", "actions/setup-node",
        "actions/upload-artifact", "aws-actions/configure-aws-credentials", "NuGet/login",
    ];

    public static TheoryData<string> Files => AllWorkflows.Names;

    [Theory]
    [MemberData(nameof(Files))]
    public void Workflow_GrantsNothingItself(string file) =>
        Workflow.Load(file).Node.Get("permissions").ShouldBeOfType<YamlMappingNode>().Children.ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Files))]
    public void Jobs_NamePermissionsAndTimeout(string file)
    {
        foreach (var job in Workflow.Load(file).Jobs)
        {
            job.Node.Get("permissions").ShouldBeOfType<YamlMappingNode>($"{job}");
            if (job.Calls is null)
            {
                job.Node.Text("timeout-minutes").ShouldNotBeNull($"{job}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Actions_ArePinnedByCommit(string file)
    {
        foreach (var line in Workflow.Load(file).Text.Split('\n').Where(line => UsesLine().IsMatch(line)))
        {
            var pin = PinnedLine().Match(line);
            pin.Success.ShouldBeTrue(line);
            Actions.ShouldContain(pin.Groups["action"].Value);
        }
    }

    [Fact]
    public void Actions_HaveOneCommitEverywhere() =>
        AllWorkflows.Names.Select(name => Workflow.Load(name.Data))
            .SelectMany(workflow => PinnedLine().Matches(workflow.Text))
            .GroupBy(pin => pin.Groups["action"].Value, pin => pin.Groups["pin"].Value, StringComparer.Ordinal)
            .Where(pins => pins.Distinct(StringComparer.Ordinal).Count() > 1)
            .Select(pins => pins.Key)
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Files))]
    public void RunBlocks_HaveNoExpressions(string file) =>
        Workflow.Load(file).Steps.Where(step => step.Run?.Contains("${{", StringComparison.Ordinal) == true).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Files))]
    public void RunBlocks_StopAtTheFirstFailure(string file) =>
        Workflow.Load(file).Steps.Where(step => step.Run is not null).ShouldAllBe(step => step.Shell == "bash");

    [Theory]
    [MemberData(nameof(Files))]
    public void RunBlocks_AreShort(string file) =>
        Workflow.Load(file).Steps.Where(step => step.Run?.Trim().Split('\n').Length > 25).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Files))]
    public void Checkouts_LeaveNoToken(string file) =>
        Workflow.Load(file).Steps.Where(step => step.Action == "actions/checkout")
            .ShouldAllBe(step => step.With.GetValueOrDefault("persist-credentials") == "false");

    // Both run with the rights of the repository on what a stranger has sent.
    [Theory]
    [MemberData(nameof(Files))]
    public void Events_AreNotPrivileged(string file)
    {
        var events = Workflow.Load(file).Events.ToList();
        events.ShouldNotBeEmpty();
        events.ShouldNotContain("pull_request_target");
        events.ShouldNotContain("workflow_run");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Runs_DoNotOverlap(string file)
    {
        var workflow = Workflow.Load(file);
        if (!workflow.Events.SequenceEqual(["workflow_call"], StringComparer.Ordinal))
        {
            workflow.Node.Get("concurrency").ShouldNotBeNull();
        }

        foreach (var job in workflow.Jobs.Where(job => job.Node.Get("environment") is not null))
        {
            var concurrency = job.Node.Get("concurrency") ?? workflow.Node.Get("concurrency");
            concurrency.ShouldBeOfType<YamlMappingNode>($"{job}").Text("cancel-in-progress").ShouldBe("false", $"{job}");
        }
    }

    [GeneratedRegex(@"^\s*(- )?uses: (?!\./)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UsesLine();

    [GeneratedRegex(@"uses: (?<action>[\w.-]+/[\w.-]+)@(?<pin>[0-9a-f]{40} # v\d+\.\d+\.\d+)$", RegexOptions.Multiline, 1000)]
    private static partial Regex PinnedLine();
}
