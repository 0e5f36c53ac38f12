using Amazon.CDK;
using Amazon.CDK.AWS.ECR;

namespace ServerlessPatterns.Tests.Containers;

/// <summary>What a pattern would hand to the shared task.</summary>
internal static class TaskRequests
{
    public static TaskRequest Of(Stack stack, ContainerSettings? settings = null) => new()
    {
        Source = ContainerSource.FromEcr(stack.Node.TryFindChild("Images") as IRepository ?? Repository.FromRepositoryName(stack, "Images", "shop"), "1.0"),
        Settings = settings ?? new(),
        Defaults = new TaskDefaults { Description = "Serves the shop", Cpu = 256, MemoryLimitMiB = 512 },
        RemovalPolicy = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    };

    public static IReadOnlyList<PatternProblem> Problems(Func<Stack, TaskRequest> request)
    {
        var stack = new Stack(new App(), "Test");
        var checks = new Checks();
        TaskChecks.Check(checks, request(stack));
        return Problems(checks, stack);
    }

    public static IReadOnlyList<PatternProblem> Problems(Func<Stack, NetworkRequest> request)
    {
        var stack = new Stack(new App(), "Test");
        var checks = new Checks();
        NetworkChecks.Check(checks, request(stack));
        return Problems(checks, stack);
    }

    private static IReadOnlyList<PatternProblem> Problems(Checks checks, Stack stack)
    {
        try
        {
            checks.ThrowIfAny("Pattern", stack, "Id");
            return [];
        }
        catch (PatternValidationException exception)
        {
            return exception.Problems;
        }
    }
}
