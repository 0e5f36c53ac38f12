using System.Text.Json.Nodes;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;

namespace ServerlessPatterns.Tests.Queues;

public sealed class QueueFargateWorkerPermissionsTests
{
    [Fact]
    public void TaskRole_ByDefault_MayWorkOnTheQueueAndNothingElse()
    {
        var template = WorkerSamples.Worker();
        var queue = template.All("AWS::SQS::Queue").Keys.Single(id => !id.Contains("DeadLetter", StringComparison.Ordinal));

        Statements(template, "TaskTaskRole").ShouldBeJson(
            $$$"""
            [{"Action":["sqs:ChangeMessageVisibility","sqs:DeleteMessage","sqs:GetQueueAttributes","sqs:ReceiveMessage"],
              "Effect":"Allow","Resource":{"Fn::GetAtt":["{{{queue}}}","Arn"]}}]
            """);
    }

    [Fact]
    public void TaskRole_WithAKey_MayDecryptWithThatKey() => Synthesized.Stack(stack => new QueueFargateWorker(stack, "Worker", new()
    {
        Source = WorkerSamples.Source(stack),
        Network = Network.Isolated(),
        EncryptionKey = new Key(stack, "Key"),
    })).Properties("AWS::IAM::Policy", "TaskTaskRole")["PolicyDocument"]!["Statement"]!.AsArray()
        .Single(statement => statement!["Action"]!.ToJsonString() == "\"kms:Decrypt\"")!["Resource"]!["Fn::GetAtt"]![0]!.ToString().ShouldStartWith("Key");

    [Fact]
    public void TaskRole_WithTaskProtection_MayProtectTasksOfItsCluster()
    {
        var template = WorkerSamples.Worker(source => new() { Source = source, Network = Network.Isolated(), TaskProtection = true });
        var cluster = template.All("AWS::ECS::Cluster").Keys.Single();

        Statements(template, "TaskTaskRole")!.AsArray().Last().ShouldBeJson(
            $$$"""
            {"Action":["ecs:GetTaskProtection","ecs:UpdateTaskProtection"],"Effect":"Allow",
             "Resource":{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},":ecs:",{"Ref":"AWS::Region"},":",{"Ref":"AWS::AccountId"},":task/",{"Ref":"{{{cluster}}}"},"/*"]]}}
            """);
    }

    [Fact]
    public void GrantSend_ToAUser_AllowsSendingOnly()
    {
        var template = Synthesized.Stack(stack => new QueueFargateWorker(stack, "Worker", new() { Source = WorkerSamples.Source(stack), Network = Network.Isolated() })
            .GrantSend(new User(stack, "Shop")));

        Statements(template, "Shop")!.AsArray().Single()!["Action"].ShouldBeJson("\"sqs:SendMessage\"");
    }

    [Fact]
    public void Pattern_AsAGrantee_IsTheTaskRole() => Synthesized.Stack(stack =>
    {
        var worker = new QueueFargateWorker(stack, "Worker", new() { Source = WorkerSamples.Source(stack), Network = Network.Isolated() });
        new Amazon.CDK.AWS.S3.Bucket(stack, "Bucket").GrantPut(worker);
    }).Properties("AWS::IAM::Policy", "TaskTaskRole").ToJsonString().ShouldContain("s3:PutObject");

    [Fact]
    public void Pattern_AsAPeer_IsItsSecurityGroup() => Synthesized.Stack(stack =>
    {
        var worker = new QueueFargateWorker(stack, "Worker", new() { Source = WorkerSamples.Source(stack), Network = Network.Isolated() });
        var database = new Amazon.CDK.AWS.EC2.SecurityGroup(stack, "Database", new Amazon.CDK.AWS.EC2.SecurityGroupProps { Vpc = worker.Network.Vpc });
        database.Connections.AllowFrom(worker, Amazon.CDK.AWS.EC2.Port.Tcp(5432));
    }).All("AWS::EC2::SecurityGroupIngress").Values.ShouldContain(rule => (double?)rule["Properties"]!["FromPort"] == 5432
        && rule["Properties"]!["SourceSecurityGroupId"].Target().StartsWith("WorkerSecurityGroup", StringComparison.Ordinal));

    private static JsonNode? Statements(Synthesized template, string idPart) =>
        template.Properties("AWS::IAM::Policy", idPart)["PolicyDocument"]!["Statement"];
}
