using Amazon.CDK;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Scheduler;
using Amazon.CDK.AWS.SNS;

namespace ServerlessPatterns.Tests.Scheduling;

public sealed class ScheduledFargateTaskHookTests
{
    public static TheoryData<string, Action<RuleProps, Stack>> RuleHooks => new()
    {
        { "EventPattern", (rule, _) => rule.EventPattern = new EventPattern { Source = ["aws.s3"] } },
        { "Schedule", (rule, _) => rule.Schedule = Amazon.CDK.AWS.Events.Schedule.Rate(Duration.Days(1)) },
        { "Targets", (rule, stack) => rule.Targets = [new Amazon.CDK.AWS.Events.Targets.SnsTopic(new Topic(stack, "Topic"))] },
        { "EventBus", (rule, stack) => rule.EventBus = new EventBus(stack, "Bus") },
    };

    [Theory]
    [MemberData(nameof(RuleHooks), DisableDiscoveryEnumeration = true)]
    public void ConfigureFailureRule_ThatBreaksThePattern_IsRefused(string property, Action<RuleProps, Stack> hook)
    {
        var thrown = Should.Throw<PatternValidationException>(() => NightlyTask.Make(stack => Props(stack, rule: rule => hook(rule, stack))));

        thrown.ConstructPath.ShouldBe("Test/Nightly");
        thrown.Problems.Single().Code.ShouldBe("SP2354");
        thrown.Problems.Single().Property.ShouldBe($"ConfigureFailureRule.{property}");
    }

    [Fact]
    public void ConfigureSchedule_OtherEcsParameters_IsRefused() => Should.Throw<PatternValidationException>(() =>
        NightlyTask.Make(stack => Props(stack, schedule: schedule => Target(schedule).EcsParameters = null)))
        .Problems.Single().ShouldSatisfyAllConditions(
            problem => problem.Code.ShouldBe("SP2315"),
            problem => problem.Property.ShouldBe("ConfigureSchedule.Target.EcsParameters"));

    [Fact]
    public void ConfigureSchedule_AnotherGroupOrTaskDefinition_IsRefused() => Should.Throw<PatternValidationException>(() =>
        NightlyTask.Make(stack => Props(stack, schedule: schedule =>
        {
            Ecs(schedule).Group = "other";
            Ecs(schedule).TaskDefinitionArn = "arn:aws:ecs:us-east-1:123456789012:task-definition/other:1";
        }))).Problems.Select(problem => $"{problem.Code} {problem.Property}").ShouldBe(
        [
            "SP2315 ConfigureSchedule.Target.EcsParameters.TaskDefinitionArn",
            "SP2315 ConfigureSchedule.Target.EcsParameters.Group",
        ]);

    [Fact]
    public void Hooks_All_SeeTheDefaultsAndHaveTheLastWord()
    {
        var template = NightlyTask.Make(stack => new()
        {
            Schedule = NightlyTask.Daily,
            Source = NightlyTask.Image(stack),
            Network = Network.Isolated(),
            ConfigureSchedule = schedule => Ecs(schedule).TaskCount = Ecs(schedule).TaskCount + 1,
            ConfigureFailureRule = rule => rule.RuleName = "nightly-failures",
            ConfigureTaskDefinition = task =>
            {
                task.Cpu.ShouldBe("256");
                task.Family = "nightly";
            },
            ConfigureContainer = container => container.Hostname = "job",
            ConfigureVpc = vpc => vpc.VpcName = "nightly",
            ConfigureCluster = cluster => cluster.ClusterName = "nightly",
        });

        ((double?)template.Properties("AWS::Scheduler::Schedule")["Target"]!["EcsParameters"]!["TaskCount"]).ShouldBe(2);
        ((string?)template.Properties("AWS::Events::Rule")["Name"]).ShouldBe("nightly-failures");
        ((string?)template.Properties("AWS::ECS::TaskDefinition")["Family"]).ShouldBe("nightly");
        ((string?)template.Properties("AWS::ECS::TaskDefinition")["ContainerDefinitions"]![0]!["Hostname"]).ShouldBe("job");
        ((string?)template.Properties("AWS::ECS::Cluster")["ClusterName"]).ShouldBe("nightly");
        template.Properties("AWS::EC2::VPC")["Tags"]!.ToJsonString().ShouldContain("nightly");
    }

    private static CfnSchedule.TargetProperty Target(CfnScheduleProps schedule) => (CfnSchedule.TargetProperty)schedule.Target;

    private static CfnSchedule.EcsParametersProperty Ecs(CfnScheduleProps schedule) => (CfnSchedule.EcsParametersProperty)Target(schedule).EcsParameters!;

    private static ScheduledFargateTaskProps Props(Stack stack, Action<CfnScheduleProps>? schedule = null, Action<RuleProps>? rule = null) => new()
    {
        Schedule = NightlyTask.Daily,
        Source = NightlyTask.Image(stack),
        Network = Network.Isolated(),
        ConfigureSchedule = schedule,
        ConfigureFailureRule = rule,
    };
}
