using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Logs;

namespace ServerlessPatterns.Tests.Scheduling;

public sealed class ScheduledFargateTaskSnapshotTests
{
    [Fact]
    public void Template_Minimal_IsAsAccepted() => PatternSnapshot.Verify(stack => NightlyTask.Minimal(stack));

    [Fact]
    public void Template_EverythingSet_IsAsAccepted() => PatternSnapshot.Verify(EverythingSet);

    internal static void EverythingSet(Stack stack) => new ScheduledFargateTask(stack, "Nightly", new()
    {
        Schedule = ScheduleTimes.Cron(minute: "30", hour: "6", dayOfWeek: "MON-FRI"),
        TimeZone = "Europe/Berlin",
        StartDate = new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero),
        EndDate = new DateTimeOffset(2091, 1, 1, 0, 0, 0, TimeSpan.Zero),
        FlexibleTimeWindow = Duration.Minutes(15),
        Enabled = false,
        ScheduleRetryAttempts = 10,
        ScheduleMaxEventAge = Duration.Hours(2),
        Source = NightlyTask.Image(stack),
        ContainerSettings = new()
        {
            Cpu = 1024,
            MemoryLimitMiB = 2048,
            CpuArchitecture = CpuArchitecture.ARM64,
            Environment = PatternSnapshot.Environment,
            Secrets = new Dictionary<string, ContainerSecret>(StringComparer.Ordinal)
            {
                ["PASSWORD"] = ContainerSecret.FromSecretsManager(Amazon.CDK.AWS.SecretsManager.Secret.FromSecretNameV2(stack, "Password", "jobs/password")),
            },
            User = "1000",
            LogRetention = RetentionDays.ONE_YEAR,
        },
        RunEnvironment = new Dictionary<string, string>(StringComparer.Ordinal) { ["SCHEDULED_TIME"] = "<aws.scheduler.scheduled-time>" },
        TaskCount = 2,
        Network = Network.Nat(1),
        PlatformVersion = FargatePlatformVersion.VERSION1_4,
        EnableExecuteCommand = true,
        PropagateTags = true,
        EncryptionKey = new Key(stack, "Key"),
        RemovalPolicy = RemovalPolicy.DESTROY,
        Monitoring = PatternSnapshot.Monitoring(stack),
    });
}
