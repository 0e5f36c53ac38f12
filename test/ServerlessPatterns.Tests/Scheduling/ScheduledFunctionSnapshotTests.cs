using Amazon.CDK;
using Amazon.CDK.AWS.CodeDeploy;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;

namespace ServerlessPatterns.Tests.Scheduling;

public sealed class ScheduledFunctionSnapshotTests
{
    [Fact]
    public void Template_Minimal_IsAsAccepted() => PatternSnapshot.Verify(stack => new ScheduledFunction(stack, "Job", new()
    {
        Schedule = ScheduleTimes.Cron(minute: "0", hour: "2"),
        FunctionSettings = JobCode.Settings,
    }));

    [Fact]
    public void Template_EverythingSet_IsAsAccepted() => PatternSnapshot.Verify(EverythingSet);

    internal static void EverythingSet(Stack stack)
    {
        var key = new Key(stack, "Key");
        var monitoring = PatternSnapshot.Monitoring(stack);
        new ScheduledFunction(stack, "Job", new()
        {
            Schedule = ScheduleTimes.Cron(minute: "30", hour: "6", dayOfWeek: "MON-FRI"),
            TimeZone = "Europe/Berlin",
            StartDate = new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero),
            EndDate = new DateTimeOffset(2091, 1, 1, 0, 0, 0, TimeSpan.Zero),
            FlexibleTimeWindow = Duration.Minutes(15),
            Enabled = false,
            Input = new { day = "<aws.scheduler.scheduled-time>" },
            ScheduleRetryAttempts = 10,
            ScheduleMaxEventAge = Duration.Hours(2),
            FunctionSettings = new()
            {
                Code = JobCode.Code,
                MemorySize = 3008,
                Timeout = Duration.Minutes(10),
                Architecture = Architecture.ARM_64,
                Environment = PatternSnapshot.Environment,
                ReservedConcurrentExecutions = 1,
                LogRetention = RetentionDays.ONE_YEAR,
                DeploymentConfig = LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
            },
            FunctionRetryAttempts = 1,
            FunctionMaxEventAge = Duration.Hours(2),
            EncryptionKey = key,
            RemovalPolicy = RemovalPolicy.DESTROY,
            Monitoring = monitoring,
        });
        new ScheduledFunction(stack, "RuleJob", new()
        {
            Schedule = ScheduleTimes.Rate(Duration.Hours(1)),
            Engine = ScheduleEngine.Rule,
            Input = new { pages = 3 },
            FunctionSettings = JobCode.Settings,
            EncryptionKey = key,
            Monitoring = monitoring,
        });
    }
}
