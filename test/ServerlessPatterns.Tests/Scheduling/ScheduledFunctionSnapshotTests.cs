using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.CodeDeploy;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.SNS;
using ServerlessPatterns.Testing;

namespace ServerlessPatterns.Tests.Scheduling;

public sealed class ScheduledFunctionSnapshotTests
{
    [Fact]
    public void Template_Minimal_IsAsAccepted() => Verify(stack => new ScheduledFunction(stack, "Job", new()
    {
        Schedule = ScheduleTimes.Cron(minute: "0", hour: "2"),
        FunctionSettings = JobCode.Settings,
    }));

    [Fact]
    public void Template_EverythingSet_IsAsAccepted() => Verify(EverythingSet);

    internal static void EverythingSet(Stack stack)
    {
        var key = new Key(stack, "Key");
        var monitoring = new MonitoringOptions { AlarmActions = [new SnsAction(new Topic(stack, "OnCall"))], RunbookUrl = new Uri("https://example.com/runbook") };
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
                Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["STAGE"] = "test" },
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

    private static void Verify(Action<Stack> build, [System.Runtime.CompilerServices.CallerMemberName] string member = "")
    {
        using var output = new TemporaryFolder();
        var stack = new Stack(new App(new AppProps { Outdir = output.Path, AnalyticsReporting = false }), "Test");
        build(stack);
        TemplateSnapshot.Verify(stack, member: member);
    }
}
