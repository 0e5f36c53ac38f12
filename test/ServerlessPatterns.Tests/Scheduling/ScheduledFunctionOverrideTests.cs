using Amazon.CDK;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;

namespace ServerlessPatterns.Tests.Scheduling;

public sealed class ScheduledFunctionOverrideTests
{
    [Fact]
    public void Schedule_EverythingSet_FollowsTheProps()
    {
        var schedule = Make(new()
        {
            Schedule = ScheduleTimes.Cron(minute: "0", hour: "2", dayOfWeek: "MON-FRI"),
            TimeZone = "Europe/Berlin",
            StartDate = new DateTimeOffset(2090, 1, 1, 1, 0, 0, TimeSpan.FromHours(1)),
            EndDate = new DateTimeOffset(2091, 1, 1, 0, 0, 0, TimeSpan.Zero),
            FlexibleTimeWindow = Duration.Minutes(15),
            Enabled = false,
            ScheduleRetryAttempts = 3,
            ScheduleMaxEventAge = Duration.Minutes(10),
            FunctionSettings = JobCode.Settings,
        }).Properties("AWS::Scheduler::Schedule");

        ((string?)schedule["ScheduleExpression"]).ShouldBe("cron(0 2 ? * MON-FRI *)");
        ((string?)schedule["ScheduleExpressionTimezone"]).ShouldBe("Europe/Berlin");
        ((string?)schedule["StartDate"]).ShouldBe("2090-01-01T00:00:00Z");
        ((string?)schedule["EndDate"]).ShouldBe("2091-01-01T00:00:00Z");
        schedule["FlexibleTimeWindow"].ShouldBeJson("""{"MaximumWindowInMinutes":15,"Mode":"FLEXIBLE"}""");
        ((string?)schedule["State"]).ShouldBe("DISABLED");
        schedule["Target"]!["RetryPolicy"].ShouldBeJson("""{"MaximumEventAgeInSeconds":600,"MaximumRetryAttempts":3}""");
    }

    [Fact]
    public void Schedule_Once_IsInItsTimeZone()
    {
        var schedule = Make(new()
        {
            Schedule = ScheduleTimes.At(new DateTime(2090, 3, 1, 12, 0, 0)),
            TimeZone = "Asia/Tokyo",
            FunctionSettings = JobCode.Settings,
        }).Properties("AWS::Scheduler::Schedule");

        ((string?)schedule["ScheduleExpression"]).ShouldBe("at(2090-03-01T12:00:00)");
        ((string?)schedule["ScheduleExpressionTimezone"]).ShouldBe("Asia/Tokyo");
    }

    [Fact]
    public void Input_AnObject_IsJsonWithPlaceholdersAndNamesKeptAsTheyAre()
    {
        var template = Synthesized.Stack(stack => new ScheduledFunction(stack, "Job", new()
        {
            Schedule = ScheduleTimes.Rate(Duration.Days(1)),
            Input = new { time = "<aws.scheduler.scheduled-time>", bucket = new Bucket(stack, "Reports").BucketName, pages = 3 },
            FunctionSettings = JobCode.Settings,
        }));

        var parts = template.Properties("AWS::Scheduler::Schedule")["Target"]!["Input"]!["Fn::Join"]![1]!.AsArray();
        ((string?)parts[0]).ShouldBe("{\"time\":\"<aws.scheduler.scheduled-time>\",\"bucket\":\"");
        parts[1].Target().ShouldStartWith("Reports");
        ((string?)parts[2]).ShouldBe("\",\"pages\":3}");
    }

    [Fact]
    public void Input_Text_IsJsonAlready() => ((string?)Make(new()
    {
        Schedule = ScheduleTimes.Rate(Duration.Days(1)),
        Input = """{"scheduledTime":"<aws.scheduler.scheduled-time>"}""",
        FunctionSettings = JobCode.Settings,
    }).Properties("AWS::Scheduler::Schedule")["Target"]!["Input"]).ShouldBe("""{"scheduledTime":"<aws.scheduler.scheduled-time>"}""");

    [Fact]
    public void Input_WithARule_IsPassedOnAsItIs() => ((string?)Make(new()
    {
        Schedule = ScheduleTimes.Rate(Duration.Days(1)),
        Engine = ScheduleEngine.Rule,
        Input = new Dictionary<string, int> { ["pages"] = 3 },
        FunctionSettings = JobCode.Settings,
    }).Properties("AWS::Events::Rule")["Targets"]![0]!["Input"]).ShouldBe("""{"pages":3}""");

    [Fact]
    public void Rule_EverythingSet_FollowsTheProps()
    {
        var rule = Make(new()
        {
            Schedule = ScheduleTimes.Cron(minute: "0", hour: "2"),
            Engine = ScheduleEngine.Rule,
            Enabled = false,
            ScheduleRetryAttempts = 3,
            ScheduleMaxEventAge = Duration.Minutes(10),
            FunctionSettings = JobCode.Settings,
        }).Properties("AWS::Events::Rule");

        ((string?)rule["ScheduleExpression"]).ShouldBe("cron(0 2 * * ? *)");
        ((string?)rule["State"]).ShouldBe("DISABLED");
        rule["Targets"]![0]!["RetryPolicy"].ShouldBeJson("""{"MaximumEventAgeInSeconds":600,"MaximumRetryAttempts":3}""");
    }

    [Fact]
    public void Function_Settings_ReachTheFunctionAndItsRetries()
    {
        var template = Make(new()
        {
            Schedule = ScheduleTimes.Rate(Duration.Days(1)),
            FunctionSettings = new()
            {
                Code = JobCode.Code,
                MemorySize = 512,
                Timeout = Duration.Minutes(15),
                ReservedConcurrentExecutions = 1,
                Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["STAGE"] = "test" },
            },
            FunctionRetryAttempts = 0,
            FunctionMaxEventAge = Duration.Minutes(5),
        });

        var function = template.Properties("AWS::Lambda::Function");
        ((double?)function["MemorySize"]).ShouldBe(512);
        ((double?)function["Timeout"]).ShouldBe(900);
        ((double?)function["ReservedConcurrentExecutions"]).ShouldBe(1);
        ((string?)function["Environment"]!["Variables"]!["STAGE"]).ShouldBe("test");
        var config = template.Properties("AWS::Lambda::EventInvokeConfig");
        ((double?)config["MaximumRetryAttempts"]).ShouldBe(0);
        ((double?)config["MaximumEventAgeInSeconds"]).ShouldBe(300);
    }

    [Fact]
    public void EncryptionKey_Given_EncryptsScheduleQueuesAndLogsAndTheRoleMayUseIt()
    {
        var template = Synthesized.Stack(stack => new ScheduledFunction(stack, "Job", new()
        {
            Schedule = ScheduleTimes.Rate(Duration.Days(1)),
            EncryptionKey = new Key(stack, "Key"),
            FunctionSettings = JobCode.Settings,
        }));

        template.Properties("AWS::Scheduler::Schedule")["KmsKeyArn"].Target().ShouldStartWith("Key");
        template.Properties("AWS::SQS::Queue", "ScheduleDeadLetterQueue")["KmsMasterKeyId"].Target().ShouldStartWith("Key");
        template.Properties("AWS::SQS::Queue", "FunctionDeadLetterQueue")["KmsMasterKeyId"].Target().ShouldStartWith("Key");
        template.Properties("AWS::Logs::LogGroup")["KmsKeyId"].Target().ShouldStartWith("Key");
        foreach (var role in new[] { "ScheduleRole", "FunctionRole" })
        {
            template.Properties("AWS::IAM::Policy", role)["PolicyDocument"]!["Statement"]!.AsArray().Last().ShouldBeJson(
                """{"Action":["kms:Decrypt","kms:GenerateDataKey"],"Effect":"Allow","Resource":{"Fn::GetAtt":["Key961B73FD","Arn"]}}""");
        }

        template.Properties("AWS::KMS::Key")["KeyPolicy"]!.ToJsonString().ShouldNotContain("events.amazonaws.com");
    }

    [Fact]
    public void EncryptionKey_WithARule_LetsEventBridgeWriteIntoTheQueue() => Synthesized.Stack(stack => new ScheduledFunction(stack, "Job", new()
    {
        Schedule = ScheduleTimes.Rate(Duration.Days(1)),
        Engine = ScheduleEngine.Rule,
        EncryptionKey = new Key(stack, "Key"),
        FunctionSettings = JobCode.Settings,
    })).Properties("AWS::KMS::Key")["KeyPolicy"]!.ToJsonString().ShouldContain("events.amazonaws.com");

    private static Synthesized Make(ScheduledFunctionProps props) => Synthesized.Stack(stack => new ScheduledFunction(stack, "Job", props));
}
