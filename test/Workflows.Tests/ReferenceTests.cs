using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Workflows.Tests;

/// <summary>What a workflow refers to is there.</summary>
public partial class ReferenceTests
{
    public static TheoryData<string> Files => AllWorkflows.Names;

    [Theory]
    [MemberData(nameof(Files))]
    public void Inputs_AreDeclaredAndUsed(string file)
    {
        var workflow = Workflow.Load(file);
        var used = InputUse().Matches(workflow.Text).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal);
        used.ShouldBe(workflow.Inputs, ignoreOrder: true);
    }

    [Fact]
    public void DeployInputs_SayWhatTheyAre()
    {
        foreach (var name in Workflow.Deploy.Inputs)
        {
            var input = Workflow.Deploy.Input(name);
            input.Text("description").ShouldNotBeNullOrEmpty(name);
            input.Text("type").ShouldNotBeNull(name);
            (input.Text("required") is "true" ^ input.Text("default") is not null).ShouldBeTrue($"{name} is required or has a default.");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Needs_AreThere(string file)
    {
        var workflow = Workflow.Load(file);
        foreach (var job in workflow.Jobs)
        {
            job.Needs.Except(workflow.Jobs.Select(other => other.Id), StringComparer.Ordinal).ShouldBeEmpty($"{job}");
            foreach (var use in job.Node.Values().SelectMany(value => NeedsUse().Matches(value)))
            {
                job.Needs.ShouldContain(use.Groups["job"].Value, $"{job}");
                workflow.Job(use.Groups["job"].Value).Node.Get("outputs").ShouldBeOfType<YamlMappingNode>().Keys()
                    .ShouldContain(use.Groups["output"].Value, $"{job}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Steps_ThatAreReferredTo_AreThere(string file)
    {
        foreach (var job in Workflow.Load(file).Jobs)
        {
            var ids = job.Steps.Select(step => step.Node.Text("id")).OfType<string>().ToList();
            job.Node.Values().SelectMany(value => StepUse().Matches(value)).Select(match => match.Groups["id"].Value)
                .Except(ids, StringComparer.Ordinal).ShouldBeEmpty($"{job}");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void CdkCli_IsThatOfTheReadme(string file)
    {
        var readme = CdkVersion().Match(File.ReadAllText(Path.Combine(Repository.Root, "README.md"))).Groups["version"].Value;
        readme.ShouldNotBeEmpty();
        CdkVersion().Matches(Workflow.Load(file).Text).Select(match => match.Groups["version"].Value)
            .ShouldAllBe(version => version == readme);
        if (file == "deploy.yml")
        {
            Workflow.Deploy.Input("cdk-version").Text("default").ShouldBe(readme);
        }
    }

    [GeneratedRegex(@"\binputs\.(?<name>[\w-]+)", RegexOptions.None, 1000)]
    private static partial Regex InputUse();

    [GeneratedRegex(@"\bneeds\.(?<job>[\w-]+)\.outputs\.(?<output>[\w-]+)", RegexOptions.None, 1000)]
    private static partial Regex NeedsUse();

    [GeneratedRegex(@"\bsteps\.(?<id>[\w-]+)\.", RegexOptions.None, 1000)]
    private static partial Regex StepUse();

    [GeneratedRegex(@"aws-cdk@(?<version>\d+\.\d+\.\d+)", RegexOptions.None, 1000)]
    private static partial Regex CdkVersion();
}
