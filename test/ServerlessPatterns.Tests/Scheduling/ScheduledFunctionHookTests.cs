using Amazon.CDK;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Scheduler;

namespace ServerlessPatterns.Tests.Scheduling;

public sealed class ScheduledFunctionHookTests
{
    public static TheoryData<string, string, Action<CfnScheduleProps>> ScheduleHooks => new()
    {
        { "SP2302", "ConfigureSchedule.ScheduleExpression", schedule => schedule.ScheduleExpression = "cron(61 * * * ? *)" },
        { "SP2306", "ConfigureSchedule.ScheduleExpressionTimezone", schedule => schedule.ScheduleExpressionTimezone = "Mars/Olympus" },
        { "SP2315", "ConfigureSchedule.GroupName", schedule => schedule.GroupName = "default" },
        { "SP2315", "ConfigureSchedule.Target.Arn", schedule => Target(schedule).Arn = "arn:aws:lambda:us-east-1:123456789012:function:other" },
        { "SP2315", "ConfigureSchedule.Target.RoleArn", schedule => Target(schedule).RoleArn = "arn:aws:iam::123456789012:role/other" },
        { "SP2315", "ConfigureSchedule.Target.DeadLetterConfig", schedule => Target(schedule).DeadLetterConfig = null },
        { "SP2307", "ConfigureSchedule.FlexibleTimeWindow.MaximumWindowInMinutes", schedule => Window(schedule).MaximumWindowInMinutes = 1441 },
        { "SP2312", "ConfigureSchedule.Target.RetryPolicy.MaximumRetryAttempts", schedule => Retry(schedule).MaximumRetryAttempts = 186 },
        { "SP2313", "ConfigureSchedule.Target.RetryPolicy.MaximumEventAgeInSeconds", schedule => Retry(schedule).MaximumEventAgeInSeconds = 59 },
    };

    public static TheoryData<string, Action<RuleProps>> RuleHooks => new()
    {
        { "ConfigureRule.Schedule", rule => rule.Schedule = Schedule.Rate(Duration.Days(2)) },
        { "ConfigureRule.EventPattern", rule => rule.EventPattern = new EventPattern { Source = ["aws.s3"] } },
    };

    [Theory]
    [MemberData(nameof(ScheduleHooks), DisableDiscoveryEnumeration = true)]
    public void ConfigureSchedule_ThatBreaksThePattern_IsRefused(string code, string property, Action<CfnScheduleProps> hook)
    {
        var thrown = Should.Throw<PatternValidationException>(() => Make(Props(hook)));

        thrown.ConstructPath.ShouldBe("Test/Job");
        thrown.Problems.Single().Code.ShouldBe(code);
        thrown.Problems.Single().Property.ShouldBe(property);
    }

    [Fact]
    public void ConfigureSchedule_AnotherTarget_IsRefused() =>
        Should.Throw<PatternValidationException>(() => Make(Props(schedule => schedule.Target = new CfnSchedule.TargetProperty { Arn = "arn:aws:sqs:us-east-1:123456789012:other", RoleArn = "arn:aws:iam::123456789012:role/other" })))
            .Problems.ShouldAllBe(problem => problem.Code == "SP2315");

    [Theory]
    [MemberData(nameof(RuleHooks), DisableDiscoveryEnumeration = true)]
    public void ConfigureRule_ThatBreaksThePattern_IsRefused(string property, Action<RuleProps> hook)
    {
        var problem = Should.Throw<PatternValidationException>(() => Make(Rule(hook))).Problems.Single();

        problem.Code.ShouldBe("SP2315");
        problem.Property.ShouldBe(property);
    }

    [Fact]
    public void ConfigureRule_AnotherBus_IsRefused() => Should.Throw<PatternValidationException>(() =>
        Synthesized.Stack(stack => new ScheduledFunction(stack, "Job", Rule(rule => rule.EventBus = new EventBus(stack, "Bus")))))
        .Problems.Single().Property.ShouldBe("ConfigureRule.EventBus");

    [Fact]
    public void Hooks_All_SeeTheDefaultsAndHaveTheLastWord()
    {
        var template = Make(new()
        {
            Schedule = ScheduleTimes.Rate(Duration.Days(1)),
            FunctionSettings = JobCode.Settings,
            ConfigureSchedule = schedule =>
            {
                schedule.State.ShouldBe("ENABLED");
                schedule.Name = "nightly";
                schedule.Description = "Every night";
                Target(schedule).Input = "{}";
            },
            ConfigureFunction = function =>
            {
                function.MemorySize.ShouldBe(1024);
                function.MemorySize = 2048;
            },
        });

        var made = template.Properties("AWS::Scheduler::Schedule");
        ((string?)made["Name"]).ShouldBe("nightly");
        ((string?)made["Description"]).ShouldBe("Every night");
        ((string?)made["Target"]!["Input"]).ShouldBe("{}");
        ((double?)template.Properties("AWS::Lambda::Function")["MemorySize"]).ShouldBe(2048);
        ((string?)Make(Rule(rule => rule.RuleName = "nightly")).Properties("AWS::Events::Rule")["Name"]).ShouldBe("nightly");
    }

    private static CfnSchedule.TargetProperty Target(CfnScheduleProps schedule) => (CfnSchedule.TargetProperty)schedule.Target;

    private static CfnSchedule.FlexibleTimeWindowProperty Window(CfnScheduleProps schedule) => (CfnSchedule.FlexibleTimeWindowProperty)schedule.FlexibleTimeWindow;

    private static CfnSchedule.RetryPolicyProperty Retry(CfnScheduleProps schedule) => (CfnSchedule.RetryPolicyProperty)Target(schedule).RetryPolicy!;

    private static ScheduledFunctionProps Props(Action<CfnScheduleProps> hook) => new()
    {
        Schedule = ScheduleTimes.Rate(Duration.Days(1)),
        FunctionSettings = JobCode.Settings,
        ConfigureSchedule = hook,
    };

    private static ScheduledFunctionProps Rule(Action<RuleProps> hook) => new()
    {
        Schedule = ScheduleTimes.Rate(Duration.Days(1)),
        Engine = ScheduleEngine.Rule,
        FunctionSettings = JobCode.Settings,
        ConfigureRule = hook,
    };

    private static Synthesized Make(ScheduledFunctionProps props) => Synthesized.Stack(stack => new ScheduledFunction(stack, "Job", props));
}
