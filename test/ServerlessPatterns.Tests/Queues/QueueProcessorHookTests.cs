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
        Refused("SP2412", "ConfigureQueue.Fifo", (_, queue) => queue.Fifo = true);
        Refused("SP2412", "ConfigureQueue.QueueName", (_, queue) => queue.QueueName = "orders");
        Refused("SP2412", "ConfigureQueue.DeadLetterQueue", (_, queue) => queue.DeadLetterQueue = null);
        Refused("SP2412", "ConfigureQueue.DeadLetterQueue", (_, queue) => ((DeadLetterQueue)queue.DeadLetterQueue!).MaxReceiveCount = 9);
        Refused("SP2406", "ConfigureQueue.RetentionPeriod", (_, queue) => queue.RetentionPeriod = Duration.Days(15));
        Refused("SP2404", "ConfigureQueue.VisibilityTimeout", (_, queue) => queue.VisibilityTimeout = Duration.Hours(13));
        Refused("SP2404", "VisibilityTimeout", (_, queue) => queue.VisibilityTimeout = Duration.Seconds(29));
    }

    [Fact]
    public void ConfigureDeadLetterQueue_ThatBreaksThePattern_IsRefused()
    {
        RefusedDeadLetters("SP2412", "ConfigureDeadLetterQueue.Fifo", (_, queue) => queue.Fifo = true);
        RefusedDeadLetters("SP2412", "ConfigureDeadLetterQueue.DeadLetterQueue", (stack, queue) => queue.DeadLetterQueue = new DeadLetterQueue { Queue = new Queue(stack, "Further"), MaxReceiveCount = 1 });
        RefusedDeadLetters("SP2406", "ConfigureDeadLetterQueue.RetentionPeriod", (_, queue) => queue.RetentionPeriod = Duration.Seconds(59));
    }

    [Fact]
    public void ConfigureEventSource_OutOfRange_IsRefused()
    {
        ShouldSay(QueueSamples.Problem((_, code) => new() { FunctionSettings = new() { Code = code }, ConfigureEventSource = mapping => mapping.BatchSize = 11 }), "SP2409", "ConfigureEventSource.MaxBatchingWindow");
        ShouldSay(QueueSamples.Problem((_, code) => new() { FunctionSettings = new() { Code = code }, ConfigureEventSource = mapping => mapping.MaxConcurrency = 1 }), "SP2410", "ConfigureEventSource.MaxConcurrency");
        ShouldSay(QueueSamples.Problem((_, code) => new() { FunctionSettings = new() { Code = code }, ConfigureEventSource = mapping => mapping.MaxBatchingWindow = Duration.Seconds(200) }), "SP2404", "VisibilityTimeout");
    }

    [Fact]
    public void ConfigureFunction_LongerThanTheVisibilityTimeout_IsRefused()
    {
        ShouldSay(QueueSamples.Problem((_, code) => new()
        {
            FunctionSettings = new() { Code = code },
            VisibilityTimeout = Duration.Seconds(180),
            ConfigureFunction = function => function.Timeout = Duration.Seconds(181),
        }), "SP2404", "VisibilityTimeout");
        ShouldSay(QueueSamples.Problem((stack, code) => new()
        {
            FunctionSettings = new() { Code = code },
            ConfigureFunction = function => function.Timeout = Duration.Seconds(new CfnParameter(stack, "Number", new CfnParameterProps { Type = "Number" }).ValueAsNumber),
        }), "SP2405", "VisibilityTimeout");
    }

    private static void Refused(string code, string property, Action<Stack, QueueProps> hook) => ShouldSay(
        QueueSamples.Problem((stack, function) => new()
        {
            FunctionSettings = new() { Code = function },
            ConfigureQueue = queue => hook(stack, queue),
        }),
        code,
        property);

    private static void RefusedDeadLetters(string code, string property, Action<Stack, QueueProps> hook) => ShouldSay(
        QueueSamples.Problem((stack, function) => new()
        {
            FunctionSettings = new() { Code = function },
            ConfigureDeadLetterQueue = queue => hook(stack, queue),
        }),
        code,
        property);

    private static void ShouldSay(PatternProblem problem, string code, string property)
    {
        problem.Code.ShouldBe(code);
        problem.Property.ShouldBe(property);
    }
}
