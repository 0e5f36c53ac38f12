using Amazon.CDK;
using Amazon.CDK.AWS.KMS;

namespace ServerlessPatterns.Tests.Queues;

public sealed class QueueProcessorOverrideTests
{
    [Fact]
    public void EventSource_EverythingSet_FollowsTheProps()
    {
        var mapping = QueueSamples.Processor(code => new()
        {
            FunctionSettings = new() { Code = code },
            BatchSize = 500,
            MaxBatchingWindow = Duration.Seconds(20),
            MaxConcurrency = 25,
            Filters = [EventFilter.FromJson("""{"body": {"kind": ["order"]}}""")],
            ReportBatchItemFailures = false,
        }).Properties("AWS::Lambda::EventSourceMapping");

        ((double?)mapping["BatchSize"]).ShouldBe(500);
        ((double?)mapping["MaximumBatchingWindowInSeconds"]).ShouldBe(20);
        mapping["ScalingConfig"].ShouldBeJson("""{"MaximumConcurrency": 25}""");
        mapping["FilterCriteria"].ShouldBeJson("""{"Filters": [{"Pattern": "{\"body\": {\"kind\": [\"order\"]}}"}]}""");
        mapping["FunctionResponseTypes"].ShouldBeNull();
    }

    [Theory]
    [InlineData(10, 0, 60)]
    [InlineData(900, 0, 5400)]
    [InlineData(30, 300, 480)]
    public void VisibilityTimeout_LeftOut_FollowsTimeoutAndWindow(double timeout, double window, double visibility)
    {
        var template = QueueSamples.Processor(code => new()
        {
            FunctionSettings = new() { Code = code, Timeout = Duration.Seconds(timeout) },
            MaxBatchingWindow = window == 0 ? null : Duration.Seconds(window),
        });

        SourceNumber(template, "VisibilityTimeout").ShouldBe(visibility);
        template.Annotations.ShouldBeEmpty();
    }

    [Fact]
    public void Queue_Limits_FollowTheProps()
    {
        var template = QueueSamples.Processor(code => new()
        {
            FunctionSettings = new() { Code = code },
            VisibilityTimeout = Duration.Minutes(10),
            RetentionPeriod = Duration.Days(7),
            MaxReceiveCount = 3,
        });

        SourceNumber(template, "VisibilityTimeout").ShouldBe(600);
        SourceNumber(template, "MessageRetentionPeriod").ShouldBe(604800);
        ((double?)Source(template)["RedrivePolicy"]!["maxReceiveCount"]).ShouldBe(3);
        ((string?)template.Properties("AWS::Lambda::Function")["Environment"]!["Variables"]!["MAX_RECEIVE_COUNT"]).ShouldBe("3");
    }

    [Fact]
    public void Fifo_Set_MakesBothQueuesFifo()
    {
        var template = QueueSamples.Processor(code => new()
        {
            FunctionSettings = new() { Code = code },
            Fifo = true,
            ContentBasedDeduplication = true,
            HighThroughputFifo = true,
        });

        ((bool?)Source(template)["FifoQueue"]).ShouldBe(true);
        ((bool?)Source(template)["ContentBasedDeduplication"]).ShouldBe(true);
        ((string?)Source(template)["DeduplicationScope"]).ShouldBe("messageGroup");
        ((string?)Source(template)["FifoThroughputLimit"]).ShouldBe("perMessageGroupId");
        template.Properties("AWS::SQS::Queue", "DeadLetterQueue").ShouldBeJson(
            """{"FifoQueue": true, "MessageRetentionPeriod": 1209600, "SqsManagedSseEnabled": true}""");
        template.Properties("AWS::Lambda::EventSourceMapping")["MaximumBatchingWindowInSeconds"].ShouldBeNull();
    }

    [Fact]
    public void QueueName_Set_IsTheOnlySourceThatTheDeadLetterQueueAllows()
    {
        var template = QueueSamples.Processor(code => new() { FunctionSettings = new() { Code = code }, QueueName = "orders" });

        ((string?)Source(template)["QueueName"]).ShouldBe("orders");
        template.Properties("AWS::SQS::Queue", "DeadLetterQueue")["RedriveAllowPolicy"].ShouldBeJson(
            """
            {
              "redrivePermission": "byQueue",
              "sourceQueueArns": [{"Fn::Join": ["", ["arn:", {"Ref": "AWS::Partition"}, ":sqs:", {"Ref": "AWS::Region"}, ":", {"Ref": "AWS::AccountId"}, ":orders"]]}]
            }
            """);
    }

    [Fact]
    public void QueueName_OfAFifoQueue_MayHoldWhatIsOnlyKnownLater()
    {
        var template = Synthesized.Stack(stack => new QueueProcessor(stack, "Orders", new()
        {
            FunctionSettings = new() { Code = QueueSamples.Code(stack) },
            Fifo = true,
            QueueName = $"{new CfnParameter(stack, "Name").ValueAsString}.fifo",
        }));

        Source(template)["QueueName"].ShouldBeJson("""{"Fn::Join": ["", [{"Ref": "Name"}, ".fifo"]]}""");
    }

    [Fact]
    public void EncryptionKey_Set_EncryptsQueuesAndLogs()
    {
        var template = Synthesized.Stack(stack => new QueueProcessor(stack, "Orders", new()
        {
            FunctionSettings = new() { Code = QueueSamples.Code(stack) },
            EncryptionKey = new Key(stack, "Key"),
        }));

        var key = template.All("AWS::KMS::Key").Keys.Single();
        template.All("AWS::SQS::Queue").Values.ShouldAllBe(queue => queue["Properties"]!["KmsMasterKeyId"].Target() == key
            && queue["Properties"]!["SqsManagedSseEnabled"] == null);
        template.Properties("AWS::Logs::LogGroup")["KmsKeyId"].Target().ShouldBe(key);
    }

    [Fact]
    public void Function_Gradual_IsInvokedThroughItsAlias()
    {
        var template = QueueSamples.Processor(code => new()
        {
            FunctionSettings = new() { Code = code, DeploymentConfig = Amazon.CDK.AWS.CodeDeploy.LambdaDeploymentConfig.ALL_AT_ONCE },
        });

        template.Properties("AWS::Lambda::EventSourceMapping")["FunctionName"]!.ToJsonString().ShouldContain(":live");
    }

    [Fact]
    public void Tokens_Everywhere_ReachTheTemplate()
    {
        var template = Synthesized.Stack(stack =>
        {
            var number = new CfnParameter(stack, "Number", new CfnParameterProps { Type = "Number" }).ValueAsNumber;
            new QueueProcessor(stack, "Orders", new()
            {
                FunctionSettings = new() { Code = QueueSamples.Code(stack), Timeout = Duration.Seconds(number), ReservedConcurrentExecutions = number },
                VisibilityTimeout = Duration.Seconds(number),
                RetentionPeriod = Duration.Seconds(number),
                MaxReceiveCount = number,
                BatchSize = number,
                MaxBatchingWindow = Duration.Seconds(number),
                MaxConcurrency = number,
            });
        });

        var mapping = template.Properties("AWS::Lambda::EventSourceMapping");
        mapping["BatchSize"].ShouldBeJson("""{"Ref":"Number"}""");
        mapping["MaximumBatchingWindowInSeconds"].ShouldBeJson("""{"Ref":"Number"}""");
        mapping["ScalingConfig"]!["MaximumConcurrency"].ShouldBeJson("""{"Ref":"Number"}""");
        Source(template)["VisibilityTimeout"].ShouldBeJson("""{"Ref":"Number"}""");
        Source(template)["MessageRetentionPeriod"].ShouldBeJson("""{"Ref":"Number"}""");
        Source(template)["RedrivePolicy"]!["maxReceiveCount"].ShouldBeJson("""{"Ref":"Number"}""");
        var variables = template.Properties("AWS::Lambda::Function")["Environment"]!["Variables"]!;
        variables["FUNCTION_TIMEOUT_SECONDS"].ShouldBeJson("""{"Ref":"Number"}""");
        variables["MAX_RECEIVE_COUNT"].ShouldBeJson("""{"Ref":"Number"}""");
    }

    [Fact]
    public void BatchEnvironment_Names_AreThoseOfTheHandlers()
    {
        BatchEnvironment.FunctionTimeoutSeconds.ShouldBe(ServerlessPatterns.Events.HandlerEnvironment.FunctionTimeoutSeconds);
        BatchEnvironment.MaxReceiveCount.ShouldBe(ServerlessPatterns.Events.HandlerEnvironment.MaxReceiveCount);
    }

    private static System.Text.Json.Nodes.JsonNode Source(Synthesized template) => template.All("AWS::SQS::Queue")
        .Single(pair => !pair.Key.Contains("DeadLetter", StringComparison.Ordinal)).Value["Properties"]!;

    private static double? SourceNumber(Synthesized template, string property) => (double?)Source(template)[property];
}
