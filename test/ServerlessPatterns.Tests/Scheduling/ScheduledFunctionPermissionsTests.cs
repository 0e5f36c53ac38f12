using Amazon.CDK;
using Amazon.CDK.AWS.IAM;

namespace ServerlessPatterns.Tests.Scheduling;

public sealed class ScheduledFunctionPermissionsTests
{
    private static readonly Synthesized Defaults = Synthesized.Stack(stack =>
        new ScheduledFunction(stack, "Job", new() { Schedule = ScheduleTimes.Rate(Duration.Days(1)), FunctionSettings = JobCode.Settings })
            .GrantInvoke(new User(stack, "Operator")));

    [Fact]
    public void ScheduleRole_IsAssumedByThisScheduleGroupOnly() => ScheduleRoleCases.IsAssumedByItsGroupOnly(Defaults);

    [Fact]
    public void ScheduleRole_MayInvokeThatFunctionAndWriteThatQueue_NothingElse()
    {
        Defaults.Properties("AWS::IAM::Policy", "ScheduleRole")["PolicyDocument"]!["Statement"].ShouldBeJson(
            $$$"""
            [
              {"Action":"lambda:InvokeFunction","Effect":"Allow","Resource":{"Fn::GetAtt":["{{{Id("AWS::Lambda::Function", "JobFunction")}}}","Arn"]}},
              {"Action":"sqs:SendMessage","Effect":"Allow","Resource":{"Fn::GetAtt":["{{{Id("AWS::SQS::Queue", "JobScheduleDeadLetterQueue")}}}","Arn"]}}
            ]
            """);
        Defaults.Properties("AWS::IAM::Role", "ScheduleRole")["ManagedPolicyArns"].ShouldBeNull();
    }

    [Fact]
    public void FunctionRole_ByDefault_HasItsLogsTracesAndQueueOnly() => Defaults.Properties("AWS::IAM::Policy", "JobFunctionRole")["PolicyDocument"]!["Statement"].ShouldBeJson(
        $$$"""
        [
          {"Action":["logs:CreateLogStream","logs:PutLogEvents"],"Effect":"Allow","Resource":{"Fn::GetAtt":["{{{Id("AWS::Logs::LogGroup", "Job")}}}","Arn"]}},
          {"Action":["xray:PutTraceSegments","xray:PutTelemetryRecords"],"Effect":"Allow","Resource":"*"},
          {"Action":"sqs:SendMessage","Effect":"Allow","Resource":{"Fn::GetAtt":["{{{Id("AWS::SQS::Queue", "JobFunctionDeadLetterQueue")}}}","Arn"]}}
        ]
        """);

    [Fact]
    public void GrantInvoke_ToAUser_IsOnTheFunctionOnly() =>
        Defaults.Properties("AWS::IAM::Policy", "Operator")["PolicyDocument"]!["Statement"]!.AsArray().Single()!["Action"].ShouldBeJson("\"lambda:InvokeFunction\"");

    [Fact]
    public void Grants_ToThePattern_GoToItsFunction() => Synthesized.Stack(stack =>
    {
        var job = new ScheduledFunction(stack, "Job", new() { Schedule = ScheduleTimes.Rate(Duration.Days(1)), FunctionSettings = JobCode.Settings });
        new Amazon.CDK.AWS.S3.Bucket(stack, "Reports").GrantPut(job, "daily/*");
    }).Properties("AWS::IAM::Policy", "JobFunctionRole").ToJsonString().ShouldContain("/daily/*");

    [Fact]
    public void Rule_MayInvokeThatFunctionAndWriteThatQueue_NothingElse()
    {
        var template = Synthesized.Stack(stack => new ScheduledFunction(stack, "Job", new()
        {
            Schedule = ScheduleTimes.Rate(Duration.Days(1)),
            Engine = ScheduleEngine.Rule,
            FunctionSettings = JobCode.Settings,
        }));

        var rule = template.All("AWS::Events::Rule").Keys.Single();
        template.Properties("AWS::Lambda::Permission")["SourceArn"].Target().ShouldBe(rule);
        var allow = template.Properties("AWS::SQS::QueuePolicy", "ScheduleDeadLetterQueue")["PolicyDocument"]!["Statement"]!
            .AsArray().Single(statement => (string?)statement!["Effect"] == "Allow")!;
        ((string?)allow["Action"]).ShouldBe("sqs:SendMessage");
        allow["Principal"].ShouldBeJson("""{"Service":"events.amazonaws.com"}""");
        allow["Condition"]!["ArnEquals"]!["aws:SourceArn"].Target().ShouldBe(rule);
    }

    private static string Id(string type, string part) => Defaults.All(type).Keys.Single(id => id.StartsWith(part, StringComparison.Ordinal));
}
