using Amazon.CDK;
using Amazon.CDK.AWS.SQS;

namespace ServerlessPatterns.Tests.Queues;

public sealed class QueueProcessorHookTests
{
    [Fact]
    public void Hooks_All_SeeTheDefaultsAndHaveTheLastWord()
    {
        var template = QueueSamples.Processor(code => new()
        {
            FunctionSettings = new() { Code = code },
            ConfigureFunction = function =>
            {
                function.Timeout!.ToSeconds().ShouldBe(30);
                function.Timeout = Duration.Seconds(60);
            },
            ConfigureQueue = queue =>
            {
                queue.VisibilityTimeout!.ToSeconds().ShouldBe(360);
                queue.DeliveryDelay = Duration.Seconds(5);
            },
            ConfigureDeadLetterQueue = queue =>
            {
                queue.RetentionPeriod!.ToSeconds().ShouldBe(1209600);
                queue.QueueName = "orders-dead";
            },
            ConfigureEventSource = mapping =>
            {
                mapping.BatchSize.ShouldBe(10);
                mapping.Enabled = false;
            },
        });

        var queue = template.All("AWS::SQS::Queue").Single(pair => !pair.Key.Contains("DeadLetter", StringComparison.Ordinal)).Value["Properties"]!;
        ((double?)queue["DelaySeconds"]).ShouldBe(5);
        ((double?)queue["VisibilityTimeout"]).ShouldBe(360);
        ((string?)template.Properties("AWS::SQS::Queue", "DeadLetterQueue")["QueueName"]).ShouldBe("orders-dead");
        ((bool?)template.Properties("AWS::Lambda::EventSourceMapping")["Enabled"]).ShouldBe(false);
        var function = template.Properties("AWS::Lambda::Function");
        ((double?)function["Timeout"]).ShouldBe(60);
        ((string?)function["Environment"]!["Variables"]!["FUNCTION_TIMEOUT_SECONDS"]).ShouldBe("60");
    }

    [Fact]
    public void ConfigureQueue_ThatBreaksThePattern_IsRefused()
    {
        Refused((_, queue) => queue.Fifo = true).ShouldBe("SP2412 ConfigureQueue.Fifo");
        Refused((_, queue) => queue.QueueName = "orders").ShouldBe("SP2412 ConfigureQueue.QueueName");
        Refused((_, queue) => queue.DeadLetterQueue = null).ShouldBe("SP2412 ConfigureQueue.DeadLetterQueue");
        Refused((_, queue) => ((DeadLetterQueue)queue.DeadLetterQueue!).MaxReceiveCount = 9).ShouldBe("SP2412 ConfigureQueue.DeadLetterQueue");
        Refused((_, queue) => queue.RetentionPeriod = Duration.Days(15)).ShouldBe("SP2406 ConfigureQueue.RetentionPeriod");
        Refused((_, queue) => queue.VisibilityTimeout = Duration.Hours(13)).ShouldBe("SP2404 ConfigureQueue.VisibilityTimeout");
        Refused((_, queue) => queue.VisibilityTimeout = Duration.Seconds(29)).ShouldBe("SP2404 VisibilityTimeout");
    }

    [Fact]
    public void ConfigureDeadLetterQueue_ThatBreaksThePattern_IsRefused()
    {
        RefusedDeadLetters((_, queue) => queue.Fifo = true).ShouldBe("SP2412 ConfigureDeadLetterQueue.Fifo");
        RefusedDeadLetters((stack, queue) => queue.DeadLetterQueue = new DeadLetterQueue { Queue = new Queue(stack, "Further"), MaxReceiveCount = 1 })
            .ShouldBe("SP2412 ConfigureDeadLetterQueue.DeadLetterQueue");
        RefusedDeadLetters((_, queue) => queue.RetentionPeriod = Duration.Seconds(59)).ShouldBe("SP2406 ConfigureDeadLetterQueue.RetentionPeriod");
    }

    [Fact]
    public void ConfigureEventSource_OutOfRange_IsRefused()
    {
        Say(QueueSamples.Problem((_, code) => new() { FunctionSettings = new() { Code = code }, ConfigureEventSource = mapping => mapping.BatchSize = 11 }))
            .ShouldBe("SP2409 ConfigureEventSource.MaxBatchingWindow");
        Say(QueueSamples.Problem((_, code) => new() { FunctionSettings = new() { Code = code }, ConfigureEventSource = mapping => mapping.MaxConcurrency = 1 }))
            .ShouldBe("SP2410 ConfigureEventSource.MaxConcurrency");
        Say(QueueSamples.Problem((_, code) => new() { FunctionSettings = new() { Code = code }, ConfigureEventSource = mapping => mapping.MaxBatchingWindow = Duration.Seconds(200) }))
            .ShouldBe("SP2404 VisibilityTimeout");
    }

    [Fact]
    public void ConfigureFunction_LongerThanTheVisibilityTimeout_IsRefused()
    {
        Say(QueueSamples.Problem((_, code) => new()
        {
            FunctionSettings = new() { Code = code },
            VisibilityTimeout = Duration.Seconds(180),
            ConfigureFunction = function => function.Timeout = Duration.Seconds(181),
        })).ShouldBe("SP2404 VisibilityTimeout");
        Say(QueueSamples.Problem((stack, code) => new()
        {
            FunctionSettings = new() { Code = code },
            ConfigureFunction = function => function.Timeout = Duration.Seconds(new CfnParameter(stack, "Number", new CfnParameterProps { Type = "Number" }).ValueAsNumber),
        })).ShouldBe("SP2405 VisibilityTimeout");
    }

    private static string Refused(Action<Stack, QueueProps> hook) => Say(QueueSamples.Problem((stack, code) => new()
    {
        FunctionSettings = new() { Code = code },
        ConfigureQueue = queue => hook(stack, queue),
    }));

    private static string RefusedDeadLetters(Action<Stack, QueueProps> hook) => Say(QueueSamples.Problem((stack, code) => new()
    {
        FunctionSettings = new() { Code = code },
        ConfigureDeadLetterQueue = queue => hook(stack, queue),
    }));

    private static string Say(PatternProblem problem) => $"{problem.Code} {problem.Property}";
}
