namespace Workflows.Tests;

public class NewestCdkTests
{
    private static readonly WorkflowStep Find = Workflow.Load("ci.yml").Job("newest-cdk").Step("Find the newest CDK");

    [Fact]
    public async Task NewestCdk_IsTheHighestReleaseOfVersion2()
    {
        using var runner = new Runner();
        runner.StandIn("curl", """echo '{"versions": ["1.204.0", "2.99.1", "2.300.0", "2.301.0-beta", "2.299.0", "3.0.0"]}'""");

        (await runner.RunAsync(Find, Values.Of())).ShouldSucceed();

        runner.Outputs()["version"].ShouldBe("2.300.0");
    }

    [Fact]
    public async Task NuGet_ThatDoesNotAnswer_Fails()
    {
        using var runner = new Runner();
        runner.StandIn("curl", "echo 'curl: (6) Could not resolve host' >&2; exit 6");

        (await runner.RunAsync(Find, Values.Of())).ShouldFail("Could not resolve host");
    }
}
