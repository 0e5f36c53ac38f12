using System.Text.Json.Nodes;
using Amazon.CDK;

namespace ServerlessPatterns.Tests.Scheduling;

public sealed class ScheduledFargateTaskDefaultsTests
{
    private static readonly Synthesized Defaults = Synthesized.Stack(stack => NightlyTask.Minimal(stack));

    private static JsonNode Target => Defaults.Properties("AWS::Scheduler::Schedule")["Target"]!;

    [Fact]
    public void Schedule_ByDefault_RunsOnTimeInUtcAndRetriesForAnHour()
    {
        var schedule = Defaults.Properties("AWS::Scheduler::Schedule");

        ((string?)schedule["ScheduleExpression"]).ShouldBe("cron(0 2 * * ? *)");
        ((string?)schedule["ScheduleExpressionTimezone"]).ShouldBe("UTC");
        ((string?)schedule["State"]).ShouldBe("ENABLED");
        schedule["FlexibleTimeWindow"].ShouldBeJson("""{"Mode":"OFF"}""");
        schedule["GroupName"].Target().ShouldBe(Defaults.All("AWS::Scheduler::ScheduleGroup").Keys.Single());
        Target["RetryPolicy"].ShouldBeJson("""{"MaximumEventAgeInSeconds":3600,"MaximumRetryAttempts":185}""");
        Target["DeadLetterConfig"]!["Arn"].Target().ShouldContain("ScheduleDeadLetterQueue");
        Target["Input"].ShouldBeNull();
    }

    [Fact]
    public void Target_ByDefault_IsOneFargateTaskOfThatRevisionInThePrivateSubnets()
    {
        Target["Arn"].Target().ShouldBe(Defaults.All("AWS::ECS::Cluster").Keys.Single());
        var ecs = Target["EcsParameters"]!;
        ecs["TaskDefinitionArn"].ShouldBeJson($$"""{"Ref":"{{Defaults.All("AWS::ECS::TaskDefinition").Keys.Single()}}"}""");
        ((double?)ecs["TaskCount"]).ShouldBe(1);
        ((string?)ecs["LaunchType"]).ShouldBe("FARGATE");
        ((string?)ecs["PlatformVersion"]).ShouldBe("LATEST");
        ((bool?)ecs["EnableExecuteCommand"]).ShouldBe(false);
        ((bool?)ecs["EnableECSManagedTags"]).ShouldBe(false);
        ecs["PropagateTags"].ShouldBeNull();
        var network = ecs["NetworkConfiguration"]!["AwsvpcConfiguration"]!;
        ((string?)network["AssignPublicIp"]).ShouldBe("DISABLED");
        network["Subnets"]!.AsArray().Count.ShouldBe(2);
        network["Subnets"]!.AsArray().ShouldAllBe(subnet => subnet.Target().Contains("TasksSubnet", StringComparison.Ordinal));
        network["SecurityGroups"]!.AsArray().Single().Target().ShouldContain("NightlySecurityGroup");
    }

    [Fact]
    public void TaskGroup_ByDefault_IsNamedAfterThePathOfThePattern()
    {
        var name = (string)Defaults.Properties("AWS::Scheduler::ScheduleGroup")["Name"]!;

        name.ShouldMatch("^Test-Nightly-[0-9A-F]{8}$");
        ((string?)Target["EcsParameters"]!["Group"]).ShouldBe($"schedule:{name}");
    }

    [Fact]
    public void Task_ByDefault_IsSmallOnX64WithTwoMinutesToStop()
    {
        var task = Defaults.Properties("AWS::ECS::TaskDefinition");

        ((string?)task["Cpu"]).ShouldBe("256");
        ((string?)task["Memory"]).ShouldBe("512");
        task["RuntimePlatform"].ShouldBeJson("""{"CpuArchitecture":"X86_64","OperatingSystemFamily":"LINUX"}""");
        var container = task["ContainerDefinitions"]!.AsArray().Single()!;
        ((double?)container["StopTimeout"]).ShouldBe(120);
        container["PortMappings"].ShouldBeNull();
        ((string?)container["LogConfiguration"]!["LogDriver"]).ShouldBe("awslogs");
        ((double?)Defaults.Properties("AWS::Logs::LogGroup", "NightlyTask")["RetentionInDays"]).ShouldBe(30);
    }

    [Fact]
    public void SecurityGroup_ByDefault_LetsNothingIn()
    {
        var group = Defaults.Single("AWS::EC2::SecurityGroup", "NightlySecurityGroup")["Properties"]!;

        group["SecurityGroupIngress"].ShouldBeNull();
        group["SecurityGroupEgress"]!.AsArray().Single()!["CidrIp"].ShouldBeJson("\"0.0.0.0/0\"");
    }

    [Fact]
    public void FailureRule_ByDefault_TakesOnlyThisSchedulesTasksThatFailed()
    {
        var pattern = Defaults.Properties("AWS::Events::Rule")["EventPattern"]!;

        pattern["source"].ShouldBeJson("""["aws.ecs"]""");
        pattern["detail-type"].ShouldBeJson("""["ECS Task State Change"]""");
        var detail = pattern["detail"]!.AsObject();
        detail.Select(pair => pair.Key).ShouldBe(["clusterArn", "group", "lastStatus", "$or"], ignoreOrder: true);
        detail["clusterArn"]![0].Target().ShouldBe(Defaults.All("AWS::ECS::Cluster").Keys.Single());
        ((string?)detail["group"]![0]).ShouldBe((string?)Target["EcsParameters"]!["Group"]);
        detail["lastStatus"].ShouldBeJson("""["STOPPED"]""");
        detail["$or"].ShouldBeJson(
            """
            [
              {"stopCode": ["TaskFailedToStart", "SpotInterruption", "TerminationNotice"]},
              {"containers": {"name": ["app"], "exitCode": [{"anything-but": 0}]}}
            ]
            """);
    }

    [Fact]
    public void FailureRule_ByDefault_WritesIntoTheQueueOfFailedTasksAndElseIntoTheDeadLetters()
    {
        var target = Defaults.Properties("AWS::Events::Rule")["Targets"]!.AsArray().Single()!;

        target["Arn"].Target().ShouldContain("FailedTaskQueue");
        target["DeadLetterConfig"]!["Arn"].Target().ShouldContain("ScheduleDeadLetterQueue");
        target["RetryPolicy"].ShouldBeJson("""{"MaximumEventAgeInSeconds":86400,"MaximumRetryAttempts":185}""");
    }

    [Theory]
    [InlineData("FailedTaskQueue")]
    [InlineData("ScheduleDeadLetterQueue")]
    public void Queues_ByDefault_KeepMessages14DaysEncryptedAndTlsOnly(string id)
    {
        var queue = Defaults.Single("AWS::SQS::Queue", id);
        queue["Properties"].ShouldBeJson("""{"MessageRetentionPeriod":1209600,"SqsManagedSseEnabled":true}""");
        ((string?)queue["DeletionPolicy"]).ShouldBe("RetainExceptOnCreate");
        Defaults.Properties("AWS::SQS::QueuePolicy", id).ToJsonString().ShouldContain("aws:SecureTransport");
    }

    [Fact]
    public void Schedule_ByDefault_WaitsForTheRolesOfItsTasksAndItsOwn()
    {
        var waits = Defaults.Single("AWS::Scheduler::Schedule")["DependsOn"]!.AsArray().Select(id => (string)id!).ToList();

        waits.ShouldContain(id => id.Contains("ScheduleRoleDefaultPolicy", StringComparison.Ordinal));
        waits.ShouldContain(id => id.Contains("ExecutionRoleDefaultPolicy", StringComparison.Ordinal));
    }

    [Fact]
    public void RemovalPolicy_Destroy_ReachesEveryStatefulResource()
    {
        var template = NightlyTask.Make(stack => new()
        {
            Schedule = NightlyTask.Daily,
            Source = NightlyTask.Image(stack),
            Network = Network.Isolated(),
            RemovalPolicy = RemovalPolicy.DESTROY,
        });

        string[] stateful = ["AWS::SQS::Queue", "AWS::Logs::LogGroup"];
        foreach (var resource in stateful.SelectMany(type => template.All(type)))
        {
            ((string?)resource.Value["DeletionPolicy"]).ShouldBe("Delete", resource.Key);
        }
    }

    [Fact]
    public void Template_ByDefault_HasNoFunctionAndNoCustomResource() =>
        Defaults.Resources.Select(pair => (string)pair.Value!["Type"]!).ShouldNotContain(type =>
            type == "AWS::Lambda::Function" || type.StartsWith("Custom::", StringComparison.Ordinal));
}
