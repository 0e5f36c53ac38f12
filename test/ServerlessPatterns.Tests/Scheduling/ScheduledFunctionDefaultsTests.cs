using System.Text.Json.Nodes;
using Amazon.CDK;

namespace ServerlessPatterns.Tests.Scheduling;

public sealed class ScheduledFunctionDefaultsTests
{
    private static readonly Synthesized Defaults = Make(new()
    {
        Schedule = ScheduleTimes.Cron(minute: "0", hour: "2"),
        FunctionSettings = JobCode.Settings,
    });

    [Fact]
    public void Schedule_ByDefault_RunsOnTimeInUtcAndRetriesForAnHour()
    {
        var schedule = Defaults.Properties("AWS::Scheduler::Schedule");

        ((string?)schedule["ScheduleExpression"]).ShouldBe("cron(0 2 * * ? *)");
        ((string?)schedule["ScheduleExpressionTimezone"]).ShouldBe("UTC");
        ((string?)schedule["State"]).ShouldBe("ENABLED");
        schedule["FlexibleTimeWindow"].ShouldBeJson("""{"Mode":"OFF"}""");
        schedule["StartDate"].ShouldBeNull();
        schedule["EndDate"].ShouldBeNull();
        schedule["KmsKeyArn"].ShouldBeNull();
        schedule["Name"].ShouldBeNull();
        schedule["GroupName"].Target().ShouldBe(Defaults.All("AWS::Scheduler::ScheduleGroup").Keys.Single());
    }

    [Fact]
    public void Target_ByDefault_IsTheFunctionWithRetriesAndADeadLetterQueue()
    {
        var target = Defaults.Properties("AWS::Scheduler::Schedule")["Target"]!;

        target["Arn"].Target().ShouldBe(Defaults.All("AWS::Lambda::Function").Keys.Single());
        target["RoleArn"].Target().ShouldContain("ScheduleRole");
        target["RetryPolicy"].ShouldBeJson("""{"MaximumEventAgeInSeconds":3600,"MaximumRetryAttempts":185}""");
        target["DeadLetterConfig"]!["Arn"].Target().ShouldContain("ScheduleDeadLetterQueue");
        target["Input"].ShouldBeNull();
        target["EcsParameters"].ShouldBeNull();
    }

    [Fact]
    public void ScheduleGroup_ByDefault_IsNamedAfterThePathOfThePattern() =>
        Defaults.Properties("AWS::Scheduler::ScheduleGroup").ShouldBeJson("""{"Name":"Test-Job-68754FED"}""");

    [Fact]
    public void Schedule_ByDefault_WaitsForThePolicyOfItsRole() =>
        Defaults.Single("AWS::Scheduler::Schedule")["DependsOn"]!.AsArray().Select(id => (string?)id)
            .ShouldBe([Defaults.All("AWS::IAM::Policy").Keys.Single(id => id.Contains("ScheduleRole", StringComparison.Ordinal))]);

    [Fact]
    public void Function_ByDefault_HasMemoryAndTimeoutForAJob()
    {
        var function = Defaults.Properties("AWS::Lambda::Function");

        ((double?)function["MemorySize"]).ShouldBe(1024);
        ((double?)function["Timeout"]).ShouldBe(300);
        function["TracingConfig"].ShouldBeJson("""{"Mode":"Active"}""");
        ((string?)function["LoggingConfig"]!["LogFormat"]).ShouldBe("JSON");
        function["Environment"].ShouldBeNull();
        Defaults.Properties("AWS::Logs::LogGroup").ShouldBeJson("""{"RetentionInDays":30}""");
    }

    [Fact]
    public void Function_ByDefault_IsRetriedTwiceWithinAnHourThenADeadLetter()
    {
        var config = Defaults.Properties("AWS::Lambda::EventInvokeConfig");

        ((double?)config["MaximumRetryAttempts"]).ShouldBe(2);
        ((double?)config["MaximumEventAgeInSeconds"]).ShouldBe(3600);
        ((string?)config["Qualifier"]).ShouldBe("$LATEST");
        config["DestinationConfig"]!["OnFailure"]!["Destination"].Target().ShouldContain("FunctionDeadLetterQueue");
    }

    [Theory]
    [InlineData("FunctionDeadLetterQueue")]
    [InlineData("ScheduleDeadLetterQueue")]
    public void DeadLetterQueues_ByDefault_KeepMessages14DaysEncryptedAndTlsOnly(string id)
    {
        var queue = Defaults.Single("AWS::SQS::Queue", id);
        queue["Properties"].ShouldBeJson("""{"MessageRetentionPeriod":1209600,"SqsManagedSseEnabled":true}""");
        ((string?)queue["DeletionPolicy"]).ShouldBe("RetainExceptOnCreate");
        Defaults.Properties("AWS::SQS::QueuePolicy", id)["PolicyDocument"]!["Statement"]!.AsArray().ShouldContain(statement => DeniesPlainHttp(statement!));
    }

    [Fact]
    public void Template_ByDefault_HasOneRoleForTheScheduleAndOneForTheFunctionAndNoRule()
    {
        Defaults.All("AWS::IAM::Role").Count.ShouldBe(2);
        Defaults.All("AWS::Events::Rule").ShouldBeEmpty();
        Defaults.All("AWS::Lambda::Permission").ShouldBeEmpty();
        Defaults.Annotations.ShouldBeEmpty();
    }

    [Fact]
    public void Rule_ByDefault_RunsOnTheDefaultBusWithRetriesAndADeadLetterQueue()
    {
        var template = Make(new()
        {
            Schedule = ScheduleTimes.Rate(Duration.Minutes(5)),
            Engine = ScheduleEngine.Rule,
            FunctionSettings = JobCode.Settings,
        });

        var rule = template.Properties("AWS::Events::Rule");
        ((string?)rule["ScheduleExpression"]).ShouldBe("rate(5 minutes)");
        ((string?)rule["State"]).ShouldBe("ENABLED");
        rule["EventBusName"].ShouldBeNull();
        var target = rule["Targets"]!.AsArray().Single()!;
        target["RetryPolicy"].ShouldBeJson("""{"MaximumEventAgeInSeconds":3600,"MaximumRetryAttempts":185}""");
        target["DeadLetterConfig"]!["Arn"].Target().ShouldContain("ScheduleDeadLetterQueue");
        target["Input"].ShouldBeNull();
        template.All("AWS::Scheduler::Schedule").ShouldBeEmpty();
        template.All("AWS::Scheduler::ScheduleGroup").ShouldBeEmpty();
        template.All("AWS::IAM::Role").Count.ShouldBe(1);
    }

    [Fact]
    public void RemovalPolicy_Destroy_ReachesEveryStatefulResource()
    {
        var template = Make(new()
        {
            Schedule = ScheduleTimes.Rate(Duration.Minutes(5)),
            FunctionSettings = JobCode.Settings,
            RemovalPolicy = RemovalPolicy.DESTROY,
        });

        string[] stateful = ["AWS::SQS::Queue", "AWS::Logs::LogGroup"];
        foreach (var resource in stateful.SelectMany(type => template.All(type)))
        {
            ((string?)resource.Value["DeletionPolicy"]).ShouldBe("Delete", resource.Key);
        }
    }

    [Fact]
    public void Schedule_WithTheStack_Goes() => Defaults.Single("AWS::Scheduler::Schedule")["DeletionPolicy"].ShouldBeNull();

    private static Synthesized Make(ScheduledFunctionProps props) => Synthesized.Stack(stack => new ScheduledFunction(stack, "Job", props));

    private static bool DeniesPlainHttp(JsonNode statement) =>
        (string?)statement["Effect"] == "Deny"
        && (string?)statement["Principal"]!["AWS"] == "*"
        && (string?)statement["Condition"]?["Bool"]?["aws:SecureTransport"] == "false";
}
