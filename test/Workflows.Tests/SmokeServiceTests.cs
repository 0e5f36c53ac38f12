namespace Workflows.Tests;

public class SmokeServiceTests
{
    private const string LookupRole = "arn:aws:iam::123456789012:role/cdk-lookup";

    private static readonly WorkflowJob Deploy = Workflow.Deploy.Job("deploy");

    [Fact]
    public async Task Services_OfEachStack_AreWaitedForInItsRegion()
    {
        using var runner = NewRunner("exit 0");

        (await WaitAsync(runner, LookupRole)).ShouldSucceed();

        runner.Calls.Where(call => call.StartsWith("aws ecs", StringComparison.Ordinal)).ShouldBe(
        [
            "aws ecs wait services-stable --region eu-west-1 --cluster Shop-C --services arn:aws:ecs:x:1:service/Shop-C/web --profile lookup",
            "aws ecs wait services-stable --region eu-west-1 --cluster Shop-C --services arn:aws:ecs:x:1:service/Shop-C/worker --profile lookup",
            "aws ecs wait services-stable --region us-east-1 --cluster Edge-C --services arn:aws:ecs:x:1:service/Edge-C/web --profile lookup",
        ]);
        runner.Calls[0].ShouldBe("cdk list --app cdk.out --long --json --no-notices **");
        runner.Read("aws-config").ShouldContain($"role_arn = {LookupRole}\n");
    }

    [Fact]
    public async Task Service_ThatDoesNotBecomeStable_Fails()
    {
        using var runner = NewRunner("echo 'Waiter ServicesStable failed: Max attempts exceeded' >&2; exit 255");

        (await WaitAsync(runner, LookupRole)).ShouldFail("Waiter ServicesStable failed");
    }

    [Fact]
    public async Task Stack_ThatCannotBeRead_Fails()
    {
        using var runner = NewRunner("exit 0");
        runner.StandIn("aws", "echo 'AccessDenied' >&2; exit 254");

        (await WaitAsync(runner, LookupRole)).ShouldFail("AccessDenied");
    }

    [Fact]
    public async Task AssemblyWithoutLookupRole_IsReadWithTheDeployRole()
    {
        using var runner = NewRunner("exit 0");

        (await WaitAsync(runner, string.Empty)).ShouldSucceed();

        runner.Calls.ShouldNotBeEmpty();
        runner.Calls.ShouldAllBe(call => !call.Contains("--profile", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/cdk-q-lookup-role-${AWS::AccountId}-${AWS::Region}",
        "arn:aws-cn:iam::123456789012:role/cdk-q-lookup-role-123456789012-eu-west-1")]
    [InlineData(
        "arn:${AWS::Partition}:iam::111111111111:role/cdk-q-lookup-role-111111111111-us-east-1",
        "arn:aws-cn:iam::111111111111:role/cdk-q-lookup-role-111111111111-us-east-1")]
    public async Task LookupRole_IsThatOfTheAssembly(string inAssembly, string found)
    {
        using var runner = new Runner();
        runner.Write("cdk.out/manifest.json", """{"artifacts": {"Tree": {"type": "cdk:tree"}, "assembly-Prod": {"properties": {}}}}""");
        runner.Write(
            "cdk.out/assembly-Prod/manifest.json",
            """{"artifacts": {"Shop": {"properties": {"lookupRole": {"arn": "?"}}}}}""".Replace("?", inAssembly, StringComparison.Ordinal));

        (await FindLookupRoleAsync(runner)).ShouldBe(found);
    }

    [Fact]
    public async Task LookupRole_OfAnAssemblyWithoutOne_IsEmpty()
    {
        using var runner = new Runner();
        runner.Write("cdk.out/manifest.json", """{"artifacts": {"Shop": {"properties": {}}}}""");

        (await FindLookupRoleAsync(runner)).ShouldBeEmpty();
    }

    private static async Task<string> FindLookupRoleAsync(Runner runner)
    {
        runner.StandIn("aws", "echo arn:aws-cn:sts::123456789012:assumed-role/deploy/GitHubActions");
        (await runner.RunAsync(Deploy.Step("Find the lookup role"), Values.Of())).ShouldSucceed();
        return runner.Outputs()["role"];
    }

    private static Task<RunResult> WaitAsync(Runner runner, string lookupRole) =>
        runner.RunAsync(Deploy.Step("Wait until services are stable"), Values.Of(("LOOKUP_ROLE_ARN", lookupRole)));

    private static Runner NewRunner(string wait)
    {
        var runner = new Runner();
        runner.StandIn("cdk", """
            cat <<'JSON'
            [{"name": "Shop", "environment": {"region": "unknown-region"}}, {"name": "Edge", "environment": {"region": "us-east-1"}}]
            JSON
            """);
        runner.StandIn("aws", $$"""
            case "$*" in
              *list-stack-resources*--stack-name\ Shop\ *) printf '%s\n' arn:aws:ecs:x:1:service/Shop-C/web arn:aws:ecs:x:1:service/Shop-C/worker ;;
              *list-stack-resources*--stack-name\ Edge\ *) echo arn:aws:ecs:x:1:service/Edge-C/web ;;
              *) {{wait}} ;;
            esac
            """);
        return runner;
    }
}
