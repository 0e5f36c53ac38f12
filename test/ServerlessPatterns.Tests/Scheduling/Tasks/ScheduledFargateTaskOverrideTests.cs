using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.KMS;

namespace ServerlessPatterns.Tests.Scheduling;

public sealed class ScheduledFargateTaskOverrideTests
{
    [Fact]
    public void Target_EverythingSet_FollowsTheProps()
    {
        var schedule = NightlyTask.Make(stack => new()
        {
            Schedule = ScheduleTimes.Rate(Duration.Hours(6)),
            TimeZone = "Asia/Tokyo",
            ScheduleRetryAttempts = 3,
            ScheduleMaxEventAge = Duration.Minutes(10),
            Enabled = false,
            Source = NightlyTask.Image(stack),
            Network = Network.PublicSubnets(),
            TaskCount = 10,
            PlatformVersion = FargatePlatformVersion.VERSION1_4,
            EnableExecuteCommand = true,
            PropagateTags = true,
        }).Properties("AWS::Scheduler::Schedule");

        ((string?)schedule["ScheduleExpressionTimezone"]).ShouldBe("Asia/Tokyo");
        ((string?)schedule["State"]).ShouldBe("DISABLED");
        schedule["Target"]!["RetryPolicy"].ShouldBeJson("""{"MaximumEventAgeInSeconds":600,"MaximumRetryAttempts":3}""");
        var ecs = schedule["Target"]!["EcsParameters"]!;
        ((double?)ecs["TaskCount"]).ShouldBe(10);
        ((string?)ecs["PlatformVersion"]).ShouldBe("1.4.0");
        ((bool?)ecs["EnableExecuteCommand"]).ShouldBe(true);
        ((bool?)ecs["EnableECSManagedTags"]).ShouldBe(true);
        ((string?)ecs["PropagateTags"]).ShouldBe("TASK_DEFINITION");
        ((string?)ecs["NetworkConfiguration"]!["AwsvpcConfiguration"]!["AssignPublicIp"]).ShouldBe("ENABLED");
    }

    [Fact]
    public void RunEnvironment_Given_IsAnOverrideWithPlaceholdersKeptAsTheyAre() => ((string?)NightlyTask.Make(stack => new()
    {
        Schedule = NightlyTask.Daily,
        Source = NightlyTask.Image(stack),
        Network = Network.Isolated(),
        RunEnvironment = new Dictionary<string, string> { ["SCHEDULED_TIME"] = "<aws.scheduler.scheduled-time>" },
    }).Properties("AWS::Scheduler::Schedule")["Target"]!["Input"]).ShouldBe(
        """{"containerOverrides":[{"name":"app","environment":[{"name":"SCHEDULED_TIME","value":"<aws.scheduler.scheduled-time>"}]}]}""");

    [Fact]
    public void ContainerSettings_Arm64AndSize_ReachTheTaskDefinition()
    {
        var task = NightlyTask.Make(stack => new()
        {
            Schedule = NightlyTask.Daily,
            Source = NightlyTask.Image(stack),
            Network = Network.Nat(1),
            ContainerSettings = new() { CpuArchitecture = CpuArchitecture.ARM64, Cpu = 1024, MemoryLimitMiB = 4096, StopTimeout = Duration.Seconds(30) },
        }).Properties("AWS::ECS::TaskDefinition");

        task["RuntimePlatform"].ShouldBeJson("""{"CpuArchitecture":"ARM64","OperatingSystemFamily":"LINUX"}""");
        ((string?)task["Cpu"]).ShouldBe("1024");
        ((string?)task["Memory"]).ShouldBe("4096");
        ((double?)task["ContainerDefinitions"]![0]!["StopTimeout"]).ShouldBe(30);
    }

    [Fact]
    public void EncryptionKey_Given_EncryptsScheduleQueuesAndLogs()
    {
        var template = NightlyTask.Make(stack => new()
        {
            Schedule = NightlyTask.Daily,
            Source = NightlyTask.Image(stack),
            Network = Network.Isolated(),
            EncryptionKey = new Key(stack, "Key"),
        });

        template.Properties("AWS::Scheduler::Schedule")["KmsKeyArn"].Target().ShouldStartWith("Key");
        template.All("AWS::SQS::Queue").Values.ShouldAllBe(queue => queue["Properties"]!["KmsMasterKeyId"].Target().StartsWith("Key", StringComparison.Ordinal));
        template.Properties("AWS::Logs::LogGroup", "NightlyTask")["KmsKeyId"].Target().ShouldStartWith("Key");
        template.Properties("AWS::KMS::Key")["KeyPolicy"]!.ToJsonString().ShouldContain("events.amazonaws.com");
        template.Properties("AWS::IAM::Policy", "ScheduleRole").ToJsonString().ShouldContain("kms:GenerateDataKey");
    }
}
