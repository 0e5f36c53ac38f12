using Amazon.CDK;

namespace ServerlessPatterns.Tests.Scheduling;

/// <summary>
/// What AWS documents as valid for Scheduler and for rules, and what it does not. Rates marked as refused are refused by
/// EventBridge itself; https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html and
/// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html have the rest.
/// </summary>
public sealed class ScheduleExpressionTests
{
    [Theory]
    [InlineData("cron(0 10 * * ? *)")]
    [InlineData("cron(15 12 * * ? *)")]
    [InlineData("cron(0 18 ? * MON-FRI *)")]
    [InlineData("cron(0 8 1 * ? *)")]
    [InlineData("cron(0/15 * * * ? *)")]
    [InlineData("cron(*/15 * * * ? *)")]
    [InlineData("cron(0/10 * ? * MON-FRI *)")]
    [InlineData("cron(0/5 8-17 ? * MON-FRI *)")]
    [InlineData("cron(0/30 20-23 ? * MON-FRI *)")]
    [InlineData("cron(15 10 ? * 6L 2022-2023)")]
    [InlineData("cron(15 10 ? * FRIL *)")]
    [InlineData("cron(0 0 L * ? *)")]
    [InlineData("cron(0 0 3W * ? *)")]
    [InlineData("cron(0 0 31W * ? *)")]
    [InlineData("cron(0 0 ? * L *)")]
    [InlineData("cron(0 0 ? * 3#2 *)")]
    [InlineData("cron(0 0 ? * TUE#5 *)")]
    [InlineData("cron(0 0 ? * 1 *)")]
    [InlineData("cron(0 0 ? * 7 *)")]
    [InlineData("cron(0 0 ? * SUN,WED,SAT *)")]
    [InlineData("cron(0 0 ? * 2-6 *)")]
    [InlineData("cron(0 0 ? * MON-WED,FRI *)")]
    [InlineData("cron(0 0 ? JAN,FEB,MAR * *)")]
    [InlineData("cron(0 0 1 JAN-DEC ? *)")]
    [InlineData("cron(0 0 1 1/3 ? *)")]
    [InlineData("cron(0 0 1-15 * ? *)")]
    [InlineData("cron(0 0 1/2 * ? *)")]
    [InlineData("cron(0 0 1,15,31 * ? *)")]
    [InlineData("cron(0 0 29 2 ? *)")]
    [InlineData("cron(0 0 30 FEB,MAR ? *)")]
    [InlineData("cron(0 0 1 1 ? 1970)")]
    [InlineData("cron(0 0 1 1 ? 2199)")]
    [InlineData("cron(0 0 1 1 ? 2026/2)")]
    [InlineData("cron(0 0 1 1 ? 2027,2029,2031-2033)")]
    [InlineData("cron(59 23 31 12 ? *)")]
    [InlineData("cron(00 02 01 * ? *)")]
    [InlineData("cron(5-55/10 * * * ? *)")]
    [InlineData("cron(0,30 9-17/2 * * ? *)")]
    [InlineData("cron(1,2,3-5,10/20 * * * ? *)")]
    [InlineData("cron(* * * * ? *)")]
    [InlineData("cron(* * ? * * *)")]
    [InlineData("rate(1 minute)")]
    [InlineData("rate(5 minutes)")]
    [InlineData("rate(1 hour)")]
    [InlineData("rate(24 hours)")]
    [InlineData("rate(1 day)")]
    [InlineData("rate(7 days)")]
    [InlineData("rate(90 minutes)")]
    [InlineData("at(2026-11-20T13:00:00)")]
    [InlineData("at(2028-02-29T23:59:59)")]
    [InlineData("at(2199-12-31T00:00:00)")]
    public void Expression_AsAwsDocuments_Passes(string expression) => Problems(expression).ShouldBeEmpty();

    [Theory]
    [InlineData("", "SP2301")]
    [InlineData("every day", "SP2301")]
    [InlineData("@daily", "SP2301")]
    [InlineData("0 10 * * ? *", "SP2301")]
    [InlineData("CRON(0 10 * * ? *)", "SP2301")]
    [InlineData(" cron(0 10 * * ? *)", "SP2301")]
    [InlineData("schedule(1 day)", "SP2301")]
    [InlineData("cron", "SP2301")]
    [InlineData("cron()", "SP2302")]
    [InlineData("cron(0 10 * * ? *", "SP2302")]
    [InlineData("cron(0 10 * * ?)", "SP2302")]
    [InlineData("cron(0 0 10 * * ? *)", "SP2302")]
    [InlineData("cron(0  10 * * ? *)", "SP2302")]
    [InlineData("cron( 0 10 * * ? *)", "SP2302")]
    [InlineData("cron(0 10 * * ? * )", "SP2302")]
    [InlineData("cron(0 10 * * ? *) ", "SP2302")]
    [InlineData("cron(60 10 * * ? *)", "SP2302")]
    [InlineData("cron(-1 10 * * ? *)", "SP2302")]
    [InlineData("cron(0 24 * * ? *)", "SP2302")]
    [InlineData("cron(0 10 0 * ? *)", "SP2302")]
    [InlineData("cron(0 10 32 * ? *)", "SP2302")]
    [InlineData("cron(0 10 1 0 ? *)", "SP2302")]
    [InlineData("cron(0 10 1 13 ? *)", "SP2302")]
    [InlineData("cron(0 10 ? * 0 *)", "SP2302")]
    [InlineData("cron(0 10 ? * 8 *)", "SP2302")]
    [InlineData("cron(0 10 1 1 ? 1969)", "SP2302")]
    [InlineData("cron(0 10 1 1 ? 2200)", "SP2302")]
    [InlineData("cron(0 10 1 1 ? 26)", "SP2302")]
    [InlineData("cron(001 10 * * ? *)", "SP2302")]
    [InlineData("cron(0 10 ? * MONDAY *)", "SP2302")]
    [InlineData("cron(0 10 ? * mon-fri *)", "SP2302")]
    [InlineData("cron(0 10 ? jan * *)", "SP2302")]
    [InlineData("cron(0 10 ? * JAN *)", "SP2302")]
    [InlineData("cron(0 10 1 MON ? *)", "SP2302")]
    [InlineData("cron(0 10 ? * FRI-MON *)", "SP2302")]
    [InlineData("cron(0 22-2 * * ? *)", "SP2302")]
    [InlineData("cron(0 10 1 * ? 2030-2026)", "SP2302")]
    [InlineData("cron(0/0 * * * ? *)", "SP2302")]
    [InlineData("cron(0/60 * * * ? *)", "SP2302")]
    [InlineData("cron(/15 * * * ? *)", "SP2302")]
    [InlineData("cron(0/ * * * ? *)", "SP2302")]
    [InlineData("cron(0//5 * * * ? *)", "SP2302")]
    [InlineData("cron(0/24 0/24 * * ? *)", "SP2302")]
    [InlineData("cron(1,,2 * * * ? *)", "SP2302")]
    [InlineData("cron(,1 * * * ? *)", "SP2302")]
    [InlineData("cron(1, * * * ? *)", "SP2302")]
    [InlineData("cron(*,5 * * * ? *)", "SP2302")]
    [InlineData("cron(*-5 * * * ? *)", "SP2302")]
    [InlineData("cron(1-2-3 * * * ? *)", "SP2302")]
    [InlineData("cron(? 10 * * ? *)", "SP2302")]
    [InlineData("cron(0 10 * ? ? *)", "SP2302")]
    [InlineData("cron(0 10 * * ? ?)", "SP2302")]
    [InlineData("cron(L 10 * * ? *)", "SP2302")]
    [InlineData("cron(0 10 1,L * ? *)", "SP2302")]
    [InlineData("cron(0 10 LW * ? *)", "SP2302")]
    [InlineData("cron(0 10 L-3 * ? *)", "SP2302")]
    [InlineData("cron(0 10 W * ? *)", "SP2302")]
    [InlineData("cron(0 10 32W * ? *)", "SP2302")]
    [InlineData("cron(0 10 1-5W * ? *)", "SP2302")]
    [InlineData("cron(0 10 1W,15W * ? *)", "SP2302")]
    [InlineData("cron(0 10 3#2 * ? *)", "SP2302")]
    [InlineData("cron(0 10 ? * 3W *)", "SP2302")]
    [InlineData("cron(0 10 ? * 3#6 *)", "SP2302")]
    [InlineData("cron(0 10 ? * 3#0 *)", "SP2302")]
    [InlineData("cron(0 10 ? * 8#1 *)", "SP2302")]
    [InlineData("cron(0 10 ? * 3# *)", "SP2302")]
    [InlineData("cron(0 10 ? * #2 *)", "SP2302")]
    [InlineData("cron(0 10 ? * 3#1,6#3 *)", "SP2302")]
    [InlineData("cron(0 10 ? * 8L *)", "SP2302")]
    [InlineData("cron(0 10 ? * 2,L *)", "SP2302")]
    [InlineData("cron(0 10 ? * MON/2 *)", "SP2302")]
    [InlineData("cron(0 10 ? * */2 *)", "SP2302")]
    [InlineData("cron(0 10 ?,1 * ? *)", "SP2302")]
    [InlineData("cron(0.5 10 * * ? *)", "SP2302")]
    [InlineData("cron(0 10 * * * *)", "SP2303")]
    [InlineData("cron(0 10 1 * MON *)", "SP2303")]
    [InlineData("cron(0 10 * * MON *)", "SP2303")]
    [InlineData("cron(0 10 1 * * *)", "SP2303")]
    [InlineData("cron(0 10 ? * ? *)", "SP2303")]
    [InlineData("cron(0 10 30 2 ? *)", "SP2303")]
    [InlineData("cron(0 10 31 APR,JUN ? *)", "SP2303")]
    [InlineData("rate(10 seconds)", "SP2304")]
    [InlineData("rate(10 years)", "SP2304")]
    [InlineData("rate(2 weeks)", "SP2304")]
    [InlineData("rate(1 minutes)", "SP2304")]
    [InlineData("rate(1 hours)", "SP2304")]
    [InlineData("rate(1 days)", "SP2304")]
    [InlineData("rate(10 minute)", "SP2304")]
    [InlineData("rate(10 hour)", "SP2304")]
    [InlineData("rate(10 day)", "SP2304")]
    [InlineData("rate()", "SP2304")]
    [InlineData("rate(10)", "SP2304")]
    [InlineData("rate(minutes)", "SP2304")]
    [InlineData("rate(10 minutess)", "SP2304")]
    [InlineData("rate(foo minutes)", "SP2304")]
    [InlineData("rate(0 minutes)", "SP2304")]
    [InlineData("rate(-10 minutes)", "SP2304")]
    [InlineData("rate(1.5 hours)", "SP2304")]
    [InlineData("rate(05 minutes)", "SP2304")]
    [InlineData("rate(10 MINUTES)", "SP2304")]
    [InlineData("rate( 10 minutes )", "SP2304")]
    [InlineData("rate(10  minutes)", "SP2304")]
    [InlineData("rate(1000000000 minutes)", "SP2304")]
    [InlineData("at(2026-02-30T10:00:00)", "SP2305")]
    [InlineData("at(2027-02-29T10:00:00)", "SP2305")]
    [InlineData("at(2026-13-01T10:00:00)", "SP2305")]
    [InlineData("at(2026-11-20T24:00:00)", "SP2305")]
    [InlineData("at(2026-11-20T10:60:00)", "SP2305")]
    [InlineData("at(2026-11-20T10:00)", "SP2305")]
    [InlineData("at(2026-11-20 10:00:00)", "SP2305")]
    [InlineData("at(2026-11-20T10:00:00Z)", "SP2305")]
    [InlineData("at(2026-11-20T10:00:00+01:00)", "SP2305")]
    [InlineData("at(2026-11-20T10:00:00.000)", "SP2305")]
    [InlineData("at(2026-11-20)", "SP2305")]
    [InlineData("at(26-11-20T10:00:00)", "SP2305")]
    [InlineData("at(20/11/2026 10:00)", "SP2305")]
    [InlineData("at()", "SP2305")]
    [InlineData("at(2026-11-20T10:00:00", "SP2305")]
    public void Expression_ThatAwsDoesNotDocument_IsRefused(string expression, string code) => Problems(expression).ShouldBe([code]);

    [Fact]
    public void Expression_LongerThan256Characters_IsRefused() =>
        Problems($"cron({string.Join(',', Enumerable.Range(0, 60))} {string.Join(',', Enumerable.Range(0, 24))} {string.Join(',', Enumerable.Range(1, 12))} * ? *)").ShouldBe(["SP2301"]);

    [Fact]
    public void Expression_TwoWrongFields_SaysBoth() =>
        Problems("cron(60 24 * * ? *)").ShouldBe(["SP2302", "SP2302"]);

    [Fact]
    public void Cron_ByFields_PutsTheQuestionMarkWhereNothingWasSaid()
    {
        ScheduleTimes.Cron(minute: "0").ToString().ShouldBe("cron(0 * * * ? *)");
        ScheduleTimes.Cron(minute: "0", hour: "2", dayOfMonth: "1").ToString().ShouldBe("cron(0 2 1 * ? *)");
        ScheduleTimes.Cron(minute: "0", hour: "2", dayOfWeek: "MON-FRI").ToString().ShouldBe("cron(0 2 ? * MON-FRI *)");
        ScheduleTimes.Cron(minute: "0", hour: "2", dayOfMonth: "?").ToString().ShouldBe("cron(0 2 ? * * *)");
        ScheduleTimes.Cron(minute: "0", hour: "2", dayOfWeek: "?").ToString().ShouldBe("cron(0 2 * * ? *)");
        ScheduleTimes.Cron(minute: "0", hour: "2", dayOfMonth: "1", month: "JAN", dayOfWeek: "?", year: "2030").ToString().ShouldBe("cron(0 2 1 JAN ? 2030)");
    }

    [Fact]
    public void Rate_OfADuration_TakesTheLargestUnitAndItsNumber()
    {
        ScheduleTimes.Rate(Duration.Minutes(1)).ToString().ShouldBe("rate(1 minute)");
        ScheduleTimes.Rate(Duration.Seconds(300)).ToString().ShouldBe("rate(5 minutes)");
        ScheduleTimes.Rate(Duration.Minutes(60)).ToString().ShouldBe("rate(1 hour)");
        ScheduleTimes.Rate(Duration.Minutes(90)).ToString().ShouldBe("rate(90 minutes)");
        ScheduleTimes.Rate(Duration.Hours(36)).ToString().ShouldBe("rate(36 hours)");
        ScheduleTimes.Rate(Duration.Days(7)).ToString().ShouldBe("rate(7 days)");
    }

    [Fact]
    public void At_ADateTime_IsWrittenToTheSecond() =>
        ScheduleTimes.At(new DateTime(2027, 1, 31, 2, 5, 9)).ToString().ShouldBe("at(2027-01-31T02:05:09)");

    [Theory]
    [InlineData("UTC")]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Argentina/Buenos_Aires")]
    [InlineData("Asia/Kolkata")]
    [InlineData("Etc/GMT+5")]
    [InlineData("America/Coyhaique")]
    public void TimeZone_OfTheIanaDatabase_Passes(string name) => Zone(name).ShouldBeEmpty();

    [Theory]
    [InlineData("", "Europe/Berlin")]
    [InlineData("europe/berlin", "Did you mean \"Europe/Berlin\"?")]
    [InlineData("Berlin", "Did you mean \"Europe/Berlin\"?")]
    [InlineData("buenos aires", "Did you mean \"America/Argentina/Buenos_Aires\"?")]
    [InlineData("W. Europe Standard Time", "Europe/Berlin")]
    [InlineData("CEST", "Europe/Berlin")]
    [InlineData("UTC+1", "Europe/Berlin")]
    [InlineData("Europe/Atlantis", "Europe/Berlin")]
    [InlineData("localtime", "Europe/Berlin")]
    public void TimeZone_Unknown_IsRefusedAndTheNearestSaid(string name, string fix)
    {
        var problem = Zone(name).Single();

        problem.Code.ShouldBe("SP2306");
        problem.Fix.ShouldContain(fix);
    }

    private static IEnumerable<string> Problems(string expression) =>
        Caught(checks => ScheduleChecks.CheckExpression(checks, "Schedule", expression)).Select(problem => problem.Code);

    private static IReadOnlyList<PatternProblem> Zone(string name) => Caught(checks => TimeZones.Check(checks, "TimeZone", name));

    private static IReadOnlyList<PatternProblem> Caught(Action<Checks> check)
    {
        var checks = new Checks();
        check(checks);
        return checks.Count == 0
            ? []
            : Should.Throw<PatternValidationException>(() => checks.ThrowIfAny("Test", new App(), "Test")).Problems;
    }
}
