namespace Workflows.Tests;

/// <summary>Who calls the reusable workflow gives it what it asks for.</summary>
public class CallTests
{
    public static TheoryData<string> Files => AllWorkflows.Names;

    [Fact]
    public void Templates_CallDeploy() => Calls(Workflow.OfTemplates).ShouldHaveSingleItem();

    [Fact]
    public void Page_CallsDeploy() => DeployPage.Workflows.Select(file => Calls(file).Count()).ShouldBe([1, 2]);

    [Theory]
    [MemberData(nameof(Files))]
    public void Calls_GiveTheInputsThatAreDeclared(string file)
    {
        foreach (var job in Calls(file))
        {
            var given = job.Node.Scalars("with").Keys;
            given.Except(Workflow.Deploy.Inputs, StringComparer.Ordinal).ShouldBeEmpty($"{job}");
            Workflow.Deploy.Inputs.Where(input => Workflow.Deploy.Input(input).Text("required") == "true")
                .Except(given, StringComparer.Ordinal).ShouldBeEmpty($"{job}");
        }
    }

    // A job of a called workflow gets no right that the calling job does not have.
    [Theory]
    [MemberData(nameof(Files))]
    public void Calls_GrantWhatTheJobsNeed(string file)
    {
        var needed = Workflow.Deploy.Jobs.SelectMany(job => job.Permissions).DistinctBy(right => right.Key)
            .ToDictionary(right => right.Key, right => right.Value, StringComparer.Ordinal);
        foreach (var job in Calls(file))
        {
            job.Permissions.ShouldBe(needed, ignoreOrder: true, $"{job}");
        }
    }

    private static IEnumerable<WorkflowJob> Calls(string file) =>
        Workflow.Load(file).Jobs.Where(job => job.Calls == "./.github/workflows/deploy.yml");
}
