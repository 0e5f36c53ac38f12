using Amazon.CDK;
using Amazon.CDK.AWS.ECS;

namespace ServerlessPatterns.Tests.Scheduling;

public sealed class ScheduledFargateTaskChecksTests
{
    private static readonly ScheduleTimes Daily = NightlyTask.Daily;

    public static TheoryData<string, string, Func<Stack, ScheduledFargateTaskProps>> Wrong => new()
    {
        { "SP2350", "TaskCount", stack => Props(stack, count: 0) },
        { "SP2350", "TaskCount", stack => Props(stack, count: 11) },
        { "SP2351", "PlatformVersion", stack => Props(stack, platform: (FargatePlatformVersion)99) },
        { "SP2352", "SecurityGroups", stack => new() { Schedule = Daily, Source = NightlyTask.Image(stack), Network = Network.Isolated(), SecurityGroups = [] } },
        { "SP2353", "RunEnvironment", stack => Props(stack, run: ("BIG", new string('x', 8192))) },
        { "SP2203", "RunEnvironment", stack => Props(stack, run: ("A=B", "x")) },
        { "SP2201", "ContainerSettings.Cpu", stack => new() { Schedule = Daily, Source = NightlyTask.Image(stack), Network = Network.Isolated(), ContainerSettings = new() { Cpu = 300 } } },
        { "SP2221", "Network", stack => new() { Schedule = Daily, Source = NightlyTask.Image(stack) } },
        { "SP2222", "Network", _ => new() { Schedule = Daily, Source = ContainerSource.FromRegistry("alpine:3.20"), Network = Network.Isolated() } },
        { "SP2303", "Schedule", stack => Props(stack, schedule: ScheduleTimes.Expression("cron(0 2 * * * *)")) },
        { "SP2306", "TimeZone", stack => Props(stack, zone: "Berlin") },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void Constructor_OneWrongProp_SaysCodeAndProperty(string code, string property, Func<Stack, ScheduledFargateTaskProps> props)
    {
        var thrown = Should.Throw<PatternValidationException>(() => NightlyTask.Make(props));

        thrown.Problems.Select(problem => $"{problem.Code} {problem.Property}").ShouldBe([$"{code} {property}"]);
        thrown.ConstructPath.ShouldBe("Test/Nightly");
    }

    [Fact]
    public void Constructor_SeveralWrongProps_SaysAllAtOnceBeforeAnythingIsMade()
    {
        Stack? made = null;
        var thrown = Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack =>
        {
            made = stack;
            new ScheduledFargateTask(stack, "Nightly", new()
            {
                Schedule = ScheduleTimes.Expression("rate(1 minutes)"),
                Source = ContainerSource.FromRegistry("alpine:3.20"),
                Network = Network.Nat(1),
                TaskCount = 20,
                ScheduleRetryAttempts = 200,
            });
        }));

        thrown.Message.ShouldBe(
            """
            ScheduledFargateTask 'Test/Nightly' has 3 problems (docs/errors.md explains each code):
              SP2304 Schedule: "rate(1 minutes)" was given; allowed: rate(1 minute), rate(5 minutes) and the like: a whole number from 1 to 999999999, one space, and minute(s), hour(s) or day(s) in the number's own form. Correct the expression, or use ScheduleTimes.Rate(Duration).
              SP2312 ScheduleRetryAttempts: 200 was given; allowed: 0 to 185 attempts. EventBridge allows no more.
              SP2350 TaskCount: 20 was given; allowed: 1 to 10 tasks. RunTask starts no more at a time; have the container itself do more in parallel.
            """,
            StringCompareShould.IgnoreLineEndings);
        made!.Node.FindAll().Length.ShouldBe(2, "the stack and the empty pattern");
    }

    [Fact]
    public void Constructor_AScheduleThatIsOver_IsAWarningAndNoError() =>
        NightlyTask.Make(stack => Props(stack, schedule: ScheduleTimes.At(new DateTime(2020, 1, 1)))).Annotations
            .ShouldContain(text => text.Contains("at(2020-01-01T00:00:00) is in the past", StringComparison.Ordinal));

    private static ScheduledFargateTaskProps Props(
        Stack stack, int count = 1, FargatePlatformVersion platform = FargatePlatformVersion.LATEST, (string Name, string Value)? run = null, ScheduleTimes? schedule = null, string zone = "UTC")
    {
        return new()
        {
            Schedule = schedule ?? Daily,
            TimeZone = zone,
            Source = NightlyTask.Image(stack),
            Network = Network.Isolated(),
            TaskCount = count,
            PlatformVersion = platform,
            RunEnvironment = run is { } variable ? new Dictionary<string, string> { [variable.Name] = variable.Value } : null,
        };
    }
}
