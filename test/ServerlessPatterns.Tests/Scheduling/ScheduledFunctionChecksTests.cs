using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;

namespace ServerlessPatterns.Tests.Scheduling;

public sealed class ScheduledFunctionChecksTests
{
    private static readonly ScheduleTimes Daily = ScheduleTimes.Cron(minute: "0", hour: "2");
    private static readonly FunctionSettings Job = JobCode.Settings;

    public static TheoryData<string, string, Func<ScheduledFunctionProps>> Wrong => new()
    {
        { "SP2301", "Schedule", () => new() { Schedule = ScheduleTimes.Expression("@daily"), FunctionSettings = Job } },
        { "SP2302", "Schedule", () => new() { Schedule = ScheduleTimes.Cron(minute: "60"), FunctionSettings = Job } },
        { "SP2302", "Schedule", () => new() { Schedule = ScheduleTimes.Cron("0 2 * * ? *"), FunctionSettings = Job } },
        { "SP2303", "Schedule", () => new() { Schedule = ScheduleTimes.Cron(minute: "0", dayOfMonth: "1", dayOfWeek: "MON"), FunctionSettings = Job } },
        { "SP2304", "Schedule", () => new() { Schedule = ScheduleTimes.Rate(Duration.Seconds(90)), FunctionSettings = Job } },
        { "SP2304", "Schedule", () => new() { Schedule = ScheduleTimes.Rate(Duration.Seconds(0)), FunctionSettings = Job } },
        { "SP2305", "Schedule", () => new() { Schedule = ScheduleTimes.Expression("at(2090-02-30T00:00:00)"), FunctionSettings = Job } },
        { "SP2305", "Schedule", () => new() { Schedule = ScheduleTimes.At(new DateTime(2090, 1, 1, 0, 0, 0, DateTimeKind.Local)), FunctionSettings = Job } },
        { "SP2305", "Schedule", () => new() { Schedule = ScheduleTimes.At(new DateTime(2090, 1, 1, 0, 0, 0, DateTimeKind.Utc)), TimeZone = "Asia/Tokyo", FunctionSettings = Job } },
        { "SP2306", "TimeZone", () => new() { Schedule = Daily, TimeZone = "Berlin", FunctionSettings = Job } },
        { "SP2307", "FlexibleTimeWindow", () => new() { Schedule = Daily, FlexibleTimeWindow = Duration.Seconds(30), FunctionSettings = Job } },
        { "SP2307", "FlexibleTimeWindow", () => new() { Schedule = Daily, FlexibleTimeWindow = Duration.Minutes(1441), FunctionSettings = Job } },
        { "SP2308", "EndDate", () => new() { Schedule = Daily, StartDate = Day(2), EndDate = Day(1), FunctionSettings = Job } },
        { "SP2308", "EndDate", () => new() { Schedule = Daily, StartDate = Day(1), EndDate = Day(1), FunctionSettings = Job } },
        { "SP2308", "StartDate", () => new() { Schedule = Once, StartDate = Day(1), FunctionSettings = Job } },
        { "SP2308", "EndDate", () => new() { Schedule = Once, EndDate = Day(1), FunctionSettings = Job } },
        { "SP2309", "Engine", () => new() { Schedule = Daily, Engine = (ScheduleEngine)9, FunctionSettings = Job } },
        { "SP2310", "TimeZone", () => new() { Schedule = Daily, Engine = ScheduleEngine.Rule, TimeZone = "Asia/Tokyo", FunctionSettings = Job } },
        { "SP2310", "StartDate", () => new() { Schedule = Daily, Engine = ScheduleEngine.Rule, StartDate = Day(1), FunctionSettings = Job } },
        { "SP2310", "EndDate", () => new() { Schedule = Daily, Engine = ScheduleEngine.Rule, EndDate = Day(1), FunctionSettings = Job } },
        { "SP2310", "FlexibleTimeWindow", () => new() { Schedule = Daily, Engine = ScheduleEngine.Rule, FlexibleTimeWindow = Duration.Minutes(5), FunctionSettings = Job } },
        { "SP2310", "Schedule", () => new() { Schedule = Once, Engine = ScheduleEngine.Rule, FunctionSettings = Job } },
        { "SP2310", "Input", () => new() { Schedule = Daily, Engine = ScheduleEngine.Rule, Input = new[] { "<aws.scheduler.scheduled-time>" }, FunctionSettings = Job } },
        { "SP2311", "Input", () => new() { Schedule = Daily, Engine = ScheduleEngine.Rule, Input = new[] { new string('x', 8189) }, FunctionSettings = Job } },
        { "SP2311", "Input", () => new() { Schedule = Daily, Input = new[] { new string('x', 256 * 1024) }, FunctionSettings = Job } },
        { "SP2311", "Input", () => new() { Schedule = Daily, Input = (Action)Nothing, FunctionSettings = Job } },
        { "SP2311", "Input", () => new() { Schedule = Daily, Input = "nightly", FunctionSettings = Job } },
        { "SP2311", "Input", () => new() { Schedule = Daily, Input = string.Empty, FunctionSettings = Job } },
        { "SP2312", "ScheduleRetryAttempts", () => new() { Schedule = Daily, ScheduleRetryAttempts = 186, FunctionSettings = Job } },
        { "SP2312", "ScheduleRetryAttempts", () => new() { Schedule = Daily, ScheduleRetryAttempts = -1, FunctionSettings = Job } },
        { "SP2313", "ScheduleMaxEventAge", () => new() { Schedule = Daily, ScheduleMaxEventAge = Duration.Seconds(59), FunctionSettings = Job } },
        { "SP2313", "ScheduleMaxEventAge", () => new() { Schedule = Daily, ScheduleMaxEventAge = Duration.Hours(25), FunctionSettings = Job } },
        { "SP2314", "ConfigureRule", () => new() { Schedule = Daily, ConfigureRule = _ => { }, FunctionSettings = Job } },
        { "SP2314", "ConfigureSchedule", () => new() { Schedule = Daily, Engine = ScheduleEngine.Rule, ConfigureSchedule = _ => { }, FunctionSettings = Job } },
        { "SP1012", "FunctionSettings.Code", () => new() { Schedule = Daily } },
        { "SP1014", "FunctionRetryAttempts", () => new() { Schedule = Daily, FunctionRetryAttempts = 3, FunctionSettings = Job } },
        { "SP1015", "FunctionMaxEventAge", () => new() { Schedule = Daily, FunctionMaxEventAge = Duration.Hours(7), FunctionSettings = Job } },
    };

    private static ScheduleTimes Once => ScheduleTimes.At(new DateTime(2090, 1, 1));

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void Constructor_OneWrongProp_SaysCodeAndProperty(string code, string property, Func<ScheduledFunctionProps> props)
    {
        var thrown = Should.Throw<PatternValidationException>(() => Make(props()));

        thrown.Problems.Select(problem => $"{problem.Code} {problem.Property}").ShouldBe([$"{code} {property}"]);
        thrown.ConstructPath.ShouldBe("Test/Job");
    }

    [Fact]
    public void Constructor_SeveralWrongProps_SaysAllAtOnceBeforeAnythingIsMade()
    {
        Stack? made = null;
        var thrown = Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack =>
        {
            made = stack;
            new ScheduledFunction(stack, "Job", new()
            {
                Schedule = ScheduleTimes.Cron(minute: "0", hour: "24", dayOfMonth: "32"),
                TimeZone = "berlin",
                ScheduleRetryAttempts = 200,
                ScheduleMaxEventAge = Duration.Days(2),
                FunctionSettings = new() { Code = JobCode.Code, MemorySize = 64 },
            });
        }));

        thrown.Message.ShouldBe(
            """
            ScheduledFunction 'Test/Job' has 6 problems (docs/errors.md explains each code):
              SP2302 Schedule: "24" in "cron(0 24 32 * ? *)" was given; allowed: 0-23 in the hour field, as * or as values and ascending ranges with commas between them, and steps of 1 to 23 after /. Correct the field.
              SP2302 Schedule: "32" in "cron(0 24 32 * ? *)" was given; allowed: 1-31 in the day-of-month field, as * or as values and ascending ranges with commas between them, and steps of 1 to 31 after /; or ?, L, or a day with W. Correct the field.
              SP2306 TimeZone: "berlin" was given; allowed: a name of the IANA time zone database, in its own spelling. Did you mean "Europe/Berlin"?
              SP2312 ScheduleRetryAttempts: 200 was given; allowed: 0 to 185 attempts. EventBridge allows no more.
              SP2313 ScheduleMaxEventAge: 172800 seconds was given; allowed: 60 to 86400 seconds. EventBridge tries for a day at most.
              SP1001 FunctionSettings.MemorySize: 64 was given; allowed: 128 to 10240 MiB. Give a size that Lambda has.
            """,
            StringCompareShould.IgnoreLineEndings);
        made!.Node.FindAll().Length.ShouldBe(2, "the stack and the empty pattern");
    }

    [Theory]
    [InlineData("FunctionRetryAttempts")]
    [InlineData("FunctionMaxEventAge")]
    public void Constructor_SettingBesideAGivenFunction_IsRefused(string setting) =>
        Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack => new ScheduledFunction(stack, "Job", new()
        {
            Schedule = Daily,
            Function = Function.FromFunctionName(stack, "Mine", "mine"),
            FunctionRetryAttempts = setting == "FunctionRetryAttempts" ? 1 : null,
            FunctionMaxEventAge = setting == "FunctionMaxEventAge" ? Duration.Hours(1) : null,
        }))).Problems.Single().ShouldSatisfyAllConditions(
            problem => problem.Code.ShouldBe("SP2314"),
            problem => problem.Property.ShouldBe(setting));

    [Fact]
    public void Constructor_UnresolvedTokens_ReachTheTemplate()
    {
        var template = Synthesized.Stack(stack =>
        {
            var number = new CfnParameter(stack, "Number", new CfnParameterProps { Type = "Number" }).ValueAsNumber;
            var text = new CfnParameter(stack, "Text").ValueAsString;
            new ScheduledFunction(stack, "Job", new()
            {
                Schedule = ScheduleTimes.Expression(text),
                TimeZone = text,
                FlexibleTimeWindow = Duration.Minutes(number),
                ScheduleMaxEventAge = Duration.Seconds(number),
                FunctionMaxEventAge = Duration.Seconds(number),
                FunctionSettings = new() { Code = JobCode.Code, Timeout = Duration.Seconds(number) },
            });
            new ScheduledFunction(stack, "Other", new() { Schedule = ScheduleTimes.Rate(Duration.Minutes(number)), FunctionSettings = Job });
        });

        var schedule = template.Properties("AWS::Scheduler::Schedule", "Job");
        schedule["ScheduleExpression"].ShouldBeJson("""{"Ref":"Text"}""");
        schedule["ScheduleExpressionTimezone"].ShouldBeJson("""{"Ref":"Text"}""");
        schedule["FlexibleTimeWindow"]!["MaximumWindowInMinutes"].ShouldBeJson("""{"Ref":"Number"}""");
        schedule["Target"]!["RetryPolicy"]!["MaximumEventAgeInSeconds"].ShouldBeJson("""{"Ref":"Number"}""");
        template.Properties("AWS::Scheduler::Schedule", "Other")["ScheduleExpression"].ShouldBeJson("""{"Fn::Join":["",["rate(",{"Ref":"Number"}," minutes)"]]}""");
    }

    [Fact]
    public void Constructor_TokensInUnitsThatCannotBeConverted_SayWhichUnitWorks() =>
        Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack =>
        {
            var number = new CfnParameter(stack, "Number", new CfnParameterProps { Type = "Number" }).ValueAsNumber;
            new ScheduledFunction(stack, "Job", new()
            {
                Schedule = ScheduleTimes.Rate(Duration.Hours(number)),
                FlexibleTimeWindow = Duration.Seconds(number),
                FunctionSettings = Job,
            });
        })).Problems.Select(problem => $"{problem.Code} {problem.Allowed}").ShouldBe(["SP2304 Duration.Minutes(...)", "SP2307 Duration.Minutes(...)"]);

    [Fact]
    public void Constructor_AScheduleThatIsOver_IsAWarningAndNoError()
    {
        Warnings(new() { Schedule = ScheduleTimes.At(new DateTime(2020, 1, 1)), FunctionSettings = Job })
            .ShouldHaveSingleItem().ShouldContain("at(2020-01-01T00:00:00) is in the past in the time zone UTC");
        Warnings(new() { Schedule = ScheduleTimes.Cron(minute: "0", year: "2020-2021"), FunctionSettings = Job })
            .ShouldHaveSingleItem().ShouldContain("The last year of cron(0 * * * ? 2020-2021) is in the past");
        Warnings(new() { Schedule = Daily, EndDate = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), FunctionSettings = Job })
            .ShouldHaveSingleItem().ShouldContain("EndDate is in the past");
        Warnings(new() { Schedule = Daily, StartDate = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), FunctionSettings = Job })
            .ShouldHaveSingleItem().ShouldContain("StartDate is in the past");
        Warnings(new() { Schedule = Once, FunctionSettings = Job }).ShouldBeEmpty();
    }

    private static IReadOnlyList<string> Warnings(ScheduledFunctionProps props) => Make(props).Annotations;

    private static DateTimeOffset Day(int day) => new(2090, 1, day, 0, 0, 0, TimeSpan.Zero);

    private static void Nothing()
    {
    }

    private static Synthesized Make(ScheduledFunctionProps props) => Synthesized.Stack(stack => new ScheduledFunction(stack, "Job", props));
}
