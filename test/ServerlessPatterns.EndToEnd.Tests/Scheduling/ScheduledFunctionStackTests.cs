namespace ServerlessPatterns.EndToEnd.Tests;

[Collection(ScheduledFunctionTests.Collection)]
public sealed class ScheduledFunctionStackTests(ScheduledFunctionDeployment deployment, ITestOutputHelper output) : StackTests(deployment, output)
{
    protected override IReadOnlyList<string> NotMadeByMoto =>
    [
        "AWS::CloudWatch::Alarm",
        "AWS::Lambda::EventInvokeConfig",
        "AWS::S3::BucketPolicy",
        "AWS::SQS::QueuePolicy",
        "AWS::Scheduler::Schedule",
        "AWS::Scheduler::ScheduleGroup",
    ];

    protected override IReadOnlyList<string> DroppedByMoto => ["function: architecture, logging configuration, tracing"];

    [Fact]
    public void Function_Configuration_IsThatOfTheTemplate() => deployment.Function.ShouldBeAsIn(deployment.Stack, "dotnet10");

    [Fact]
    public void Schedule_OfTheTemplate_StartsTheDeployedFunctionInTheDeployedRole()
    {
        var target = deployment.Schedule.Target;

        deployment.Schedule.PhysicalId(target["Arn"]).ShouldBe(deployment.Function.Name);
        deployment.Schedule.PhysicalId(target["RoleArn"]).ShouldBe(deployment.Stack.PhysicalId("AWS::IAM::Role", "NightlyReportScheduleRole"));
        deployment.Schedule.PhysicalId(target["DeadLetterConfig"]!["Arn"]).ShouldBe(deployment.Stack.PhysicalId("AWS::SQS::Queue", "NightlyReportScheduleDeadLetterQueue"));
        deployment.Schedule.Properties["ScheduleExpression"]!.GetValue<string>().ShouldBe("cron(30 2 * * ? *)");
        deployment.Schedule.Properties["ScheduleExpressionTimezone"]!.GetValue<string>().ShouldBe("Europe/Berlin");
    }

    [Fact]
    public async Task ScheduleRole_Deployed_MayInvokeThatFunctionAndWriteThatQueueOnly()
    {
        var stack = deployment.Stack;
        var policy = await IamPolicy.ReadAsync(deployment.Gallery.Aws, stack.PhysicalId("AWS::IAM::Role", "NightlyReportScheduleRole"));
        var function = $"arn:aws:lambda:{stack.Region}:{stack.Account}:function:{deployment.Function.Name}";
        string Queue(string id) => $"arn:aws:sqs:{stack.Region}:{stack.Account}:{stack.PhysicalId("AWS::SQS::Queue", id).Split('/')[^1]}";

        policy.Allows("lambda:InvokeFunction", function).ShouldBeTrue();
        policy.Allows("sqs:SendMessage", Queue("NightlyReportScheduleDeadLetterQueue")).ShouldBeTrue();
        policy.Allows("lambda:InvokeFunction", $"{function}-of-somebody-else").ShouldBeFalse();
        policy.Allows("lambda:UpdateFunctionCode", function).ShouldBeFalse();
        policy.Allows("sqs:SendMessage", Queue("NightlyReportFunctionDeadLetterQueue")).ShouldBeFalse();
    }
}

public sealed class ScheduledFunctionDestroyTests(GalleryFixture gallery) : DestroyTests(gallery, "ScheduledFunction")
{
    protected override IReadOnlyList<string> Kept =>
        ["AWS::DynamoDB::Table", "AWS::Logs::LogGroup", "AWS::S3::Bucket", "AWS::SQS::Queue"];

    protected override IReadOnlyList<string> Removed => ["AWS::IAM::Role", "AWS::Lambda::Function"];
}
