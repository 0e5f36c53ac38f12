using System.Text.Json.Nodes;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.SQS;

namespace ServerlessPatterns.Tests.Queues;

public sealed class QueueProcessorPermissionsTests
{
    [Fact]
    public void Role_ByDefault_HasExactlyWhatLambdaNeedsToPoll()
    {
        var template = QueueSamples.Processor();

        template.Properties("AWS::IAM::Role")["ManagedPolicyArns"].ShouldBeNull();
        var logGroup = template.All("AWS::Logs::LogGroup").Keys.Single();
        var queue = template.All("AWS::SQS::Queue").Keys.Single(id => !id.Contains("DeadLetter", StringComparison.Ordinal));
        template.Properties("AWS::IAM::Policy")["PolicyDocument"]!["Statement"].ShouldBeJson(
            $$$"""
            [
              {"Action":["logs:CreateLogStream","logs:PutLogEvents"],"Effect":"Allow","Resource":{"Fn::GetAtt":["{{{logGroup}}}","Arn"]}},
              {"Action":["xray:PutTraceSegments","xray:PutTelemetryRecords"],"Effect":"Allow","Resource":"*"},
              {"Action":["sqs:DeleteMessage","sqs:GetQueueAttributes","sqs:ReceiveMessage"],"Effect":"Allow","Resource":{"Fn::GetAtt":["{{{queue}}}","Arn"]}}
            ]
            """);
    }

    [Fact]
    public void Role_WithAKey_MayDecryptOnly()
    {
        var template = Synthesized.Stack(stack => new QueueProcessor(stack, "Orders", new()
        {
            FunctionSettings = new() { Code = QueueSamples.Code(stack) },
            EncryptionKey = new Key(stack, "Key"),
        }));

        Statements(template, "OrdersFunction").ShouldContain(statement => statement["Action"]!.ToJsonString() == "\"kms:Decrypt\"");
        Statements(template, "OrdersFunction").Count(statement => statement.ToJsonString().Contains("kms:", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void Role_WithAGivenQueueThatHasAKey_MayDecryptWithThat()
    {
        var template = Synthesized.Stack(stack => new QueueProcessor(stack, "Orders", new()
        {
            FunctionSettings = new() { Code = QueueSamples.Code(stack) },
            Queue = Queue.FromQueueAttributes(stack, "Given", new QueueAttributes { QueueArn = QueueSamples.QueueArn, KeyArn = "arn:aws:kms:us-east-1:123456789012:key/1" }),
            DeadLetterQueue = Queue.FromQueueArn(stack, "Dead", $"{QueueSamples.QueueArn}-dead"),
        }));

        Statements(template, "OrdersFunction").ShouldContain(statement =>
            statement.ToJsonString() == """{"Action":"kms:Decrypt","Effect":"Allow","Resource":"arn:aws:kms:us-east-1:123456789012:key/1"}""");
    }

    [Fact]
    public void GrantSend_ToAUser_AllowsSendingAndTheKeyForIt()
    {
        var template = Synthesized.Stack(stack => new QueueProcessor(stack, "Orders", new()
        {
            FunctionSettings = new() { Code = QueueSamples.Code(stack) },
            EncryptionKey = new Key(stack, "Key"),
        }).GrantSend(new User(stack, "Shop")));

        Statements(template, "Shop").Select(statement => statement["Action"]!.ToJsonString()).ShouldBe(
            ["""["kms:Decrypt","kms:GenerateDataKey"]""", "\"sqs:SendMessage\""]);
    }

    [Fact]
    public void GrantSend_ToAService_StandsInTheQueuesPolicy()
    {
        var template = Synthesized.Stack(stack => new QueueProcessor(stack, "Orders", new() { FunctionSettings = new() { Code = QueueSamples.Code(stack) } })
            .GrantSend(new ServicePrincipal("sns.amazonaws.com")));

        var allow = template.Properties("AWS::SQS::QueuePolicy", "OrdersQueue")["PolicyDocument"]!["Statement"]!.AsArray()
            .Single(statement => (string?)statement!["Effect"] == "Allow")!;
        ((string?)allow["Action"]).ShouldBe("sqs:SendMessage");
        allow["Principal"].ShouldBeJson("""{"Service":"sns.amazonaws.com"}""");
    }

    [Fact]
    public void Pattern_AsAGrantee_IsTheFunctionsRole()
    {
        var template = Synthesized.Stack(stack =>
        {
            var processor = new QueueProcessor(stack, "Orders", new() { FunctionSettings = new() { Code = QueueSamples.Code(stack) } });
            new Amazon.CDK.AWS.S3.Bucket(stack, "Bucket").GrantPut(processor);
        });

        Statements(template, "OrdersFunction").ShouldContain(statement => statement.ToJsonString().Contains("s3:PutObject", StringComparison.Ordinal));
    }

    private static IReadOnlyList<JsonNode> Statements(Synthesized template, string idPart) =>
        [.. template.Properties("AWS::IAM::Policy", idPart)["PolicyDocument"]!["Statement"]!.AsArray().Select(statement => statement!)];
}
