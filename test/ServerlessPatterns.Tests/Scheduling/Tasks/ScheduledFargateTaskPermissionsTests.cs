using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.AWS.IAM;

namespace ServerlessPatterns.Tests.Scheduling;

public sealed class ScheduledFargateTaskPermissionsTests
{
    private static readonly Synthesized Defaults = Synthesized.Stack(stack => NightlyTask.Minimal(stack).GrantRun(new User(stack, "Operator")));

    [Fact]
    public void ScheduleRole_IsAssumedByThisScheduleGroupOnly() => ScheduleRoleCases.IsAssumedByItsGroupOnly(Defaults);

    [Fact]
    public void ScheduleRole_MayRunThatFamilyThereAndPassItsTwoRoles_NothingElse() => Statements("ScheduleRole").ShouldBeJson(
        $$$$$"""
        [
          {"Action":"ecs:RunTask","Effect":"Allow","Resource":{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},":ecs:",{"Ref":"AWS::Region"},":",{"Ref":"AWS::AccountId"},":task-definition/{{{{{Family}}}}}:*"]]},
           "Condition":{"ArnEquals":{"ecs:cluster":{"Fn::GetAtt":["{{{{{Id("AWS::ECS::Cluster")}}}}}","Arn"]}}}},
          {"Action":"iam:PassRole","Effect":"Allow","Resource":[
            {"Fn::GetAtt":["{{{{{Id("AWS::IAM::Role", "TaskRole")}}}}}","Arn"]},
            {"Fn::GetAtt":["{{{{{Id("AWS::IAM::Role", "ExecutionRole")}}}}}","Arn"]}],
           "Condition":{"StringEquals":{"iam:PassedToService":"ecs-tasks.amazonaws.com"}}},
          {"Action":"sqs:SendMessage","Effect":"Allow","Resource":{"Fn::GetAtt":["{{{{{Id("AWS::SQS::Queue", "ScheduleDeadLetterQueue")}}}}}","Arn"]}}
        ]
        """);

    [Fact]
    public void ScheduleRole_WithPropagateTags_MayTagWhatItRunsInThatCluster()
    {
        var template = NightlyTask.Make(stack => new()
        {
            Schedule = NightlyTask.Daily,
            Source = NightlyTask.Image(stack),
            Network = Network.Isolated(),
            PropagateTags = true,
        });

        var tag = template.Properties("AWS::IAM::Policy", "ScheduleRole")["PolicyDocument"]!["Statement"]![2]!;
        ((string?)tag["Action"]).ShouldBe("ecs:TagResource");
        tag["Condition"].ShouldBeJson("""{"StringEquals":{"ecs:CreateAction":"RunTask"}}""");
        tag["Resource"]!["Fn::Join"]![1]!.AsArray().Last().ShouldBeJson("\"/*\"");
    }

    [Fact]
    public void TaskRole_ByDefault_MayDoNothing() =>
        Defaults.All("AWS::IAM::Policy").Keys.ShouldNotContain(id => id.Contains("TaskTaskRole", StringComparison.Ordinal));

    [Theory]
    [InlineData("FailedTaskQueue")]
    [InlineData("ScheduleDeadLetterQueue")]
    public void QueuePolicies_LetOnlyThatRuleSend(string queue)
    {
        var allow = Defaults.Properties("AWS::SQS::QueuePolicy", queue)["PolicyDocument"]!["Statement"]!
            .AsArray().Single(statement => (string?)statement!["Effect"] == "Allow")!;

        ((string?)allow["Action"]).ShouldBe("sqs:SendMessage");
        allow["Principal"].ShouldBeJson("""{"Service":"events.amazonaws.com"}""");
        allow["Condition"]!["ArnEquals"]!["aws:SourceArn"].Target().ShouldBe(Id("AWS::Events::Rule"));
        allow["Resource"].Target().ShouldContain(queue);
    }

    [Fact]
    public void GrantRun_ToAUser_IsWhatTheScheduleMay()
    {
        var statements = Statements("Operator").AsArray();

        statements.Select(statement => (string?)statement!["Action"]).ShouldBe(["ecs:RunTask", "iam:PassRole"]);
        foreach (var (granted, schedules) in statements.Zip(Statements("ScheduleRole").AsArray()))
        {
            granted!.ToJsonString().ShouldBe(schedules!.ToJsonString());
        }
    }

    [Fact]
    public void GrantRun_WithPropagateTags_MayTagAsTheScheduleMay()
    {
        var template = Synthesized.Stack(stack => new ScheduledFargateTask(stack, "Nightly", new()
        {
            Schedule = NightlyTask.Daily,
            Source = NightlyTask.Image(stack),
            Network = Network.Isolated(),
            PropagateTags = true,
        }).GrantRun(new User(stack, "Operator")));

        JsonNode Tag(string holder) => template.Properties("AWS::IAM::Policy", holder)["PolicyDocument"]!["Statement"]![2]!;
        ((string?)Tag("Operator")["Action"]).ShouldBe("ecs:TagResource");
        Tag("Operator").ToJsonString().ShouldBe(Tag("ScheduleRole").ToJsonString());
    }

    [Fact]
    public void GrantRun_ToAUserOfAnotherStack_ExportsNoRevision()
    {
        // What another stack imports cannot change, and every deployment makes a new revision.
        var app = new App();
        var owner = new Stack(app, "Owner");
        var other = new Stack(app, "Other");
        NightlyTask.Minimal(owner).GrantRun(new User(other, "Operator"));

        var template = Amazon.CDK.Assertions.Template.FromStack(owner);

        template.FindOutputs("*").Keys.ShouldNotContain(name => name.Contains("TaskDefinition", StringComparison.Ordinal));
    }

    [Fact]
    public void Schedule_NamesTheOneRevision() => Defaults.Properties("AWS::Scheduler::Schedule")["Target"]!["EcsParameters"]!["TaskDefinitionArn"]
        .Target().ShouldBe(Id("AWS::ECS::TaskDefinition"));

    [Fact]
    public void Grants_ToThePattern_GoToItsTaskRole() => Synthesized.Stack(stack =>
        new Amazon.CDK.AWS.S3.Bucket(stack, "Reports").GrantPut(NightlyTask.Minimal(stack), "daily/*"))
        .Properties("AWS::IAM::Policy", "TaskTaskRole").ToJsonString().ShouldContain("/daily/*");

    private static string Family => (string)Defaults.Properties("AWS::ECS::TaskDefinition")["Family"]!;

    private static JsonNode Statements(string holder) => Defaults.Properties("AWS::IAM::Policy", holder)["PolicyDocument"]!["Statement"]!;

    private static string Id(string type, string part = "") => Defaults.All(type).Keys.Single(id => id.Contains(part, StringComparison.Ordinal));
}
