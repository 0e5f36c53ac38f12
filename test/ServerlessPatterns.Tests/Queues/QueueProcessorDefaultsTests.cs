using System.Text.Json.Nodes;
using Amazon.CDK;

namespace ServerlessPatterns.Tests.Queues;

public sealed class QueueProcessorDefaultsTests
{
    private static readonly Synthesized Defaults = QueueSamples.Processor();

    [Fact]
    public void Queue_ByDefault_HidesMessagesSixTimesTheTimeoutAndGivesUpAfterFiveReceives()
    {
        var queue = Defaults.All("AWS::SQS::Queue").Single(pair => !pair.Key.Contains("DeadLetter", StringComparison.Ordinal)).Value;
        var deadLetters = Defaults.All("AWS::SQS::Queue").Keys.Single(id => id.Contains("DeadLetter", StringComparison.Ordinal));

        queue["Properties"].ShouldBeJson(
            $$"""
            {
              "MessageRetentionPeriod": 345600,
              "RedrivePolicy": {"deadLetterTargetArn": {"Fn::GetAtt": ["{{deadLetters}}", "Arn"]}, "maxReceiveCount": 5},
              "SqsManagedSseEnabled": true,
              "VisibilityTimeout": 180
            }
            """);
        ((string?)queue["DeletionPolicy"]).ShouldBe("RetainExceptOnCreate");
        ((string?)queue["UpdateReplacePolicy"]).ShouldBe("Retain");
    }

    [Fact]
    public void DeadLetterQueue_ByDefault_KeepsMessages14Days()
    {
        var queue = Defaults.Single("AWS::SQS::Queue", "DeadLetterQueue");

        queue["Properties"].ShouldBeJson("""{"MessageRetentionPeriod":1209600,"SqsManagedSseEnabled":true}""");
        ((string?)queue["DeletionPolicy"]).ShouldBe("RetainExceptOnCreate");
    }

    [Fact]
    public void Queues_ByDefault_AreTlsOnly()
    {
        var policies = Defaults.All("AWS::SQS::QueuePolicy");

        policies.Count.ShouldBe(2);
        policies.Values.ShouldAllBe(policy => DeniesPlainHttp(policy["Properties"]!["PolicyDocument"]!["Statement"]![0]!));
    }

    [Fact]
    public void EventSource_ByDefault_TakesTenMessagesAndAsksWhichFailed()
    {
        var queue = Defaults.All("AWS::SQS::Queue").Keys.Single(id => !id.Contains("DeadLetter", StringComparison.Ordinal));
        var function = Defaults.All("AWS::Lambda::Function").Keys.Single();

        Defaults.Properties("AWS::Lambda::EventSourceMapping").ShouldBeJson(
            $$"""
            {
              "BatchSize": 10,
              "EventSourceArn": {"Fn::GetAtt": ["{{queue}}", "Arn"]},
              "FunctionName": {"Ref": "{{function}}"},
              "FunctionResponseTypes": ["ReportBatchItemFailures"]
            }
            """);
    }

    [Fact]
    public void Function_ByDefault_HasMemoryTimeoutTracingAndItsLimitsInItsEnvironment()
    {
        var function = Defaults.Properties("AWS::Lambda::Function");

        ((double?)function["MemorySize"]).ShouldBe(1024);
        ((double?)function["Timeout"]).ShouldBe(30);
        function["TracingConfig"].ShouldBeJson("""{"Mode":"Active"}""");
        function["Environment"].ShouldBeJson("""{"Variables":{"FUNCTION_TIMEOUT_SECONDS":"30","MAX_RECEIVE_COUNT":"5"}}""");
    }

    [Fact]
    public void Function_ByDefault_IsPolledAndSoHasNoAsynchronousSettings()
    {
        Defaults.All("AWS::Lambda::EventInvokeConfig").ShouldBeEmpty();
        Defaults.Properties("AWS::Lambda::Function")["DeadLetterConfig"].ShouldBeNull();
    }

    [Fact]
    public void Annotations_ByDefault_AreNone() => Defaults.Annotations.ShouldBeEmpty();

    [Fact]
    public void RemovalPolicy_Destroy_ReachesQueuesAndLogs()
    {
        var template = QueueSamples.Processor(code => new() { FunctionSettings = new() { Code = code }, RemovalPolicy = RemovalPolicy.DESTROY });

        foreach (var resource in new[] { "AWS::SQS::Queue", "AWS::Logs::LogGroup" }.SelectMany(type => template.All(type)))
        {
            ((string?)resource.Value["DeletionPolicy"]).ShouldBe("Delete", resource.Key);
        }
    }

    private static bool DeniesPlainHttp(JsonNode statement) =>
        (string?)statement["Effect"] == "Deny"
        && (string?)statement["Action"] == "sqs:*"
        && (string?)statement["Principal"]!["AWS"] == "*"
        && (string?)statement["Condition"]?["Bool"]?["aws:SecureTransport"] == "false";
}
