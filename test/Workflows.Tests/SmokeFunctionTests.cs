namespace Workflows.Tests;

public class SmokeFunctionTests
{
    private static readonly WorkflowStep Step = Workflow.Deploy.Job("deploy").Step("Invoke functions");

    [Fact]
    public async Task Nothing_IsInvokedUnlessAsked()
    {
        using var runner = new Runner();
        runner.StandIn("aws", "exit 1");

        (await RunAsync(runner, string.Empty)).ShouldSucceed();

        runner.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Function_GetsItsPayload()
    {
        using var runner = new Runner();
        runner.StandIn("aws", "cat payload.json >> payloads; echo >> payloads; echo None");

        (await RunAsync(runner, "ping {\"a\": [1, 2]}\n\nclean-up\n")).ShouldSucceed();

        runner.Calls.Select(call => call.Split(' ')[4]).ShouldBe(["ping", "clean-up"]);
        runner.Calls[0].ShouldContain("--payload fileb://payload.json");
        runner.Read("payloads").ShouldBe("{\"a\": [1, 2]}\nnull\n");
    }

    [Fact]
    public async Task Function_CanBeAnOutputOfAStack()
    {
        using var runner = new Runner();
        runner.Write("outputs.json", """{"Shop": {"Handler": "Shop-Handler-1A2B"}}""");
        runner.StandIn("aws", "echo None");

        (await RunAsync(runner, "Shop.Handler {}")).ShouldSucceed();

        runner.Calls.ShouldHaveSingleItem().ShouldContain("--function-name Shop-Handler-1A2B ");
    }

    [Fact]
    public async Task Function_OfAnOutputThatIsNotThere_Fails()
    {
        using var runner = new Runner();
        runner.Write("outputs.json", """{"Shop": {"Handler": "Shop-Handler-1A2B"}}""");
        runner.StandIn("aws", "echo None");

        (await RunAsync(runner, "Shop.Handlers {}")).ExitCode.ShouldNotBe(0);

        runner.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Function_ThatAnswersAnError_Fails()
    {
        using var runner = new Runner();
        runner.StandIn("aws", """echo '{"errorMessage": "no table"}' > answer.json; echo Unhandled""");

        (await RunAsync(runner, "ping {}\npong {}")).ShouldFail("::error::ping failed: {\"errorMessage\": \"no table\"}");

        runner.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Function_ThatMayNotBeInvoked_Fails()
    {
        using var runner = new Runner();
        runner.StandIn("aws", "echo 'AccessDenied: lambda:InvokeFunction' >&2; exit 254");

        (await RunAsync(runner, "ping {}")).ShouldFail("AccessDenied");
    }

    // A retry would run the function twice.
    [Fact]
    public void Invocation_IsNotRetried()
    {
        Step.OwnEnvironment["AWS_MAX_ATTEMPTS"].ShouldBe("1");
        Step.Run!.ShouldContain("--cli-read-timeout 900");
    }

    private static Task<RunResult> RunAsync(Runner runner, string functions) =>
        runner.RunAsync(Step, Values.Of(("SMOKE_FUNCTIONS", functions)));
}
