using System.Text.RegularExpressions;

namespace Workflows.Tests;

public partial class DeployPageTests
{
    [Fact]
    public void Inputs_AreThoseOfTheWorkflow() =>
        InputRow().Matches(DeployPage.Text).ToDictionary(row => row.Groups["name"].Value, row => row.Groups["value"].Value, StringComparer.Ordinal)
            .ShouldBe(Workflow.Deploy.Inputs.ToDictionary(name => name, Default, StringComparer.Ordinal), ignoreOrder: true);

    [Fact]
    public void Jobs_AreThoseOfTheWorkflow() =>
        JobRow().Matches(DeployPage.Text).Select(row => row.Groups["name"].Value).ShouldBe(Workflow.Deploy.Jobs.Select(job => job.Id));

    [Fact]
    public void Limits_AreThoseOfTheWorkflow()
    {
        DeployPage.Text.ShouldContain("ends after 55 minutes");
        Workflow.Deploy.Job("deploy").Step("Deploy").Node.Text("timeout-minutes").ShouldBe("55");
        DeployPage.Text.ShouldContain("cut at 60,000 characters");
        Workflow.Deploy.Job("comment").Step("Write the comment").Run!.ShouldContain("length > 60000");
        DeployPage.Text.ShouldContain("the first 2,000 bytes");
        Workflow.Deploy.Job("deploy").Step("Invoke functions").Run!.ShouldContain("head -c 2000");
    }

    private static string Default(string name) => Workflow.Deploy.Input(name).Text("default") switch
    {
        null => "required",
        "" => name == "diff-role-arn" ? "none: no diff" : "none",
        var value => $"`{value}`",
    };

    [GeneratedRegex(@"^\| `(?<name>[a-z-]+)` \| (?<value>required|none|none: no diff|`[^`]+`) \| [^|]+ \|$", RegexOptions.Multiline, 1000)]
    private static partial Regex InputRow();

    [GeneratedRegex(@"^\| `(?<name>[a-z]+)` \|[^|]+\|[^|]+\|[^|]+\|[^|]+\|$", RegexOptions.Multiline, 1000)]
    private static partial Regex JobRow();
}
