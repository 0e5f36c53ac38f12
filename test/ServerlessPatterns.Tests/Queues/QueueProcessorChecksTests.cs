using Amazon.CDK;
using Amazon.CDK.AWS.SQS;

namespace ServerlessPatterns.Tests.Queues;

public sealed class QueueProcessorChecksTests
{
    public static TheoryData<string, string, Func<FunctionCode, QueueProcessorProps>> Wrong => new()
    {
        { "SP2402", "QueueName", code => new() { FunctionSettings = new() { Code = code }, QueueName = "orders.fifo" } },
        { "SP2402", "QueueName", code => new() { FunctionSettings = new() { Code = code }, QueueName = "or ders" } },
        { "SP2402", "QueueName", code => new() { FunctionSettings = new() { Code = code }, QueueName = new string('x', 81) } },
        { "SP2402", "QueueName", code => new() { FunctionSettings = new() { Code = code }, Fifo = true, QueueName = "orders" } },
        { "SP2403", "ContentBasedDeduplication", code => new() { FunctionSettings = new() { Code = code }, ContentBasedDeduplication = true } },
        { "SP2403", "HighThroughputFifo", code => new() { FunctionSettings = new() { Code = code }, HighThroughputFifo = true } },
        { "SP2404", "VisibilityTimeout", code => new() { FunctionSettings = new() { Code = code }, VisibilityTimeout = Duration.Seconds(43201) } },
        { "SP2406", "RetentionPeriod", code => new() { FunctionSettings = new() { Code = code }, RetentionPeriod = Duration.Seconds(59) } },
        { "SP2406", "RetentionPeriod", code => new() { FunctionSettings = new() { Code = code }, RetentionPeriod = Duration.Days(15) } },
        { "SP2407", "MaxReceiveCount", code => new() { FunctionSettings = new() { Code = code }, MaxReceiveCount = 0 } },
        { "SP2407", "MaxReceiveCount", code => new() { FunctionSettings = new() { Code = code }, MaxReceiveCount = 1001 } },
        { "SP2408", "BatchSize", code => new() { FunctionSettings = new() { Code = code }, BatchSize = 0 } },
        { "SP2408", "BatchSize", code => new() { FunctionSettings = new() { Code = code }, BatchSize = 10001, MaxBatchingWindow = Duration.Seconds(1) } },
        { "SP2408", "BatchSize", code => new() { FunctionSettings = new() { Code = code }, Fifo = true, BatchSize = 11 } },
        { "SP2409", "MaxBatchingWindow", code => new() { FunctionSettings = new() { Code = code }, BatchSize = 11 } },
        { "SP2409", "MaxBatchingWindow", code => new() { FunctionSettings = new() { Code = code }, BatchSize = 11, MaxBatchingWindow = Duration.Seconds(0) } },
        { "SP2409", "MaxBatchingWindow", code => new() { FunctionSettings = new() { Code = code }, MaxBatchingWindow = Duration.Seconds(301) } },
        { "SP2409", "MaxBatchingWindow", code => new() { FunctionSettings = new() { Code = code }, Fifo = true, MaxBatchingWindow = Duration.Seconds(1) } },
        { "SP2410", "MaxConcurrency", code => new() { FunctionSettings = new() { Code = code }, MaxConcurrency = 1 } },
        { "SP2410", "MaxConcurrency", code => new() { FunctionSettings = new() { Code = code }, MaxConcurrency = 1001 } },
        { "SP2411", "MaxConcurrency", code => new() { FunctionSettings = new() { Code = code, ReservedConcurrentExecutions = 4 }, MaxConcurrency = 5 } },
        { "SP2440", "Filters[0]", code => new() { FunctionSettings = new() { Code = code }, Filters = [EventFilter.FromJson("""{"kind": ["order"]}""")] } },
        { "SP1001", "FunctionSettings.MemorySize", code => new() { FunctionSettings = new() { Code = code, MemorySize = 1 } } },
        { "SP1006", "FunctionSettings.Environment", code => new() { FunctionSettings = new() { Code = code, Environment = new Dictionary<string, string> { ["MAX_RECEIVE_COUNT"] = "1" } } } },
        { "SP1012", "FunctionSettings.Code", _ => new() },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void Constructor_OneWrongProp_SaysCodeAndProperty(string code, string property, Func<FunctionCode, QueueProcessorProps> props)
    {
        var problem = QueueSamples.Problem((_, function) => props(function));

        problem.Code.ShouldBe(code);
        problem.Property.ShouldBe(property);
    }

    [Fact]
    public void Constructor_NoPropsAtAll_AsksForTheCode() => Should.Throw<PatternValidationException>(() =>
        Synthesized.Stack(stack => new QueueProcessor(stack, "Orders"))).Problems.Single().Code.ShouldBe("SP1012");

    [Fact]
    public void Constructor_MessagesShownBeforeTheFunctionEnds_AreRefused()
    {
        var problem = QueueSamples.Problem((_, code) => new()
        {
            FunctionSettings = new() { Code = code, Timeout = Duration.Minutes(2) },
            MaxBatchingWindow = Duration.Seconds(10),
            VisibilityTimeout = Duration.Seconds(129),
        });

        problem.Code.ShouldBe("SP2404");
        problem.Property.ShouldBe("VisibilityTimeout");
        problem.Value.ShouldBe("129 seconds");
        problem.Allowed.ShouldStartWith("130 seconds or more");
        problem.Fix.ShouldContain("730 seconds");
    }

    [Fact]
    public void Constructor_GivenQueueThatShowsMessagesTooSoon_IsRefused()
    {
        var problem = QueueSamples.Problem((stack, code) => new() { FunctionSettings = new() { Code = code, Timeout = Duration.Seconds(31) }, Queue = new Queue(stack, "Given") });

        problem.Code.ShouldBe("SP2404");
        problem.Property.ShouldBe("Queue");
        problem.Value.ShouldBe("30 seconds");
    }

    [Fact]
    public void Constructor_TimesOnlyKnownLaterWithoutVisibilityTimeout_AreRefused()
    {
        QueueSamples.Problem((stack, code) => new() { FunctionSettings = new() { Code = code, Timeout = Later(stack) } }).Code.ShouldBe("SP2405");
        QueueSamples.Problem((stack, code) => new() { FunctionSettings = new() { Code = code }, MaxBatchingWindow = Later(stack) }).Code.ShouldBe("SP2405");
    }

    [Fact]
    public void Constructor_DeadLetterQueueOfAnotherKind_IsRefused()
    {
        QueueSamples.Problem((stack, code) => new() { FunctionSettings = new() { Code = code }, Fifo = true, DeadLetterQueue = new Queue(stack, "Dead") })
            .ShouldSatisfyAllConditions(problem => problem.Code.ShouldBe("SP2413"), problem => problem.Value.ShouldBe("a standard queue"));
        QueueSamples.Problem((stack, code) => new() { FunctionSettings = new() { Code = code }, DeadLetterQueue = new Queue(stack, "Dead", new QueueProps { Fifo = true }) })
            .ShouldSatisfyAllConditions(problem => problem.Code.ShouldBe("SP2413"), problem => problem.Value.ShouldBe("a FIFO queue"));
    }

    [Theory]
    [InlineData("QueueName")]
    [InlineData("Fifo")]
    [InlineData("ContentBasedDeduplication")]
    [InlineData("HighThroughputFifo")]
    [InlineData("VisibilityTimeout")]
    [InlineData("RetentionPeriod")]
    [InlineData("MaxReceiveCount")]
    [InlineData("ConfigureQueue")]
    [InlineData("ConfigureDeadLetterQueue")]
    public void Constructor_SettingBesideAGivenQueue_IsRefused(string setting)
    {
        var problem = QueueSamples.Problem((stack, code) => new()
        {
            FunctionSettings = new() { Code = code },
            Queue = Queue.FromQueueArn(stack, "Given", QueueSamples.QueueArn),
            QueueName = setting == "QueueName" ? "orders" : null,
            Fifo = setting == "Fifo",
            ContentBasedDeduplication = setting == "ContentBasedDeduplication",
            HighThroughputFifo = setting == "HighThroughputFifo",
            VisibilityTimeout = setting == "VisibilityTimeout" ? Duration.Minutes(3) : null,
            RetentionPeriod = setting == "RetentionPeriod" ? Duration.Days(1) : null,
            MaxReceiveCount = setting == "MaxReceiveCount" ? 3 : null,
            ConfigureQueue = setting == "ConfigureQueue" ? Nothing : null,
            ConfigureDeadLetterQueue = setting == "ConfigureDeadLetterQueue" ? Nothing : null,
        });

        problem.Code.ShouldBe("SP2401");
        problem.Property.ShouldBe(setting);
    }

    [Fact]
    public void Constructor_HookBesideAGivenDeadLetterQueue_IsRefused() => QueueSamples.Problem((stack, code) => new()
    {
        FunctionSettings = new() { Code = code },
        DeadLetterQueue = new Queue(stack, "Dead"),
        ConfigureDeadLetterQueue = _ => { },
    }).ShouldSatisfyAllConditions(problem => problem.Code.ShouldBe("SP2401"), problem => problem.Property.ShouldBe("ConfigureDeadLetterQueue"));

    [Fact]
    public void Constructor_SeveralWrongProps_SaysAllAtOnceBeforeAnythingIsMade()
    {
        Stack? made = null;
        var thrown = Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack =>
        {
            made = stack;
            new QueueProcessor(stack, "Orders", new() { QueueName = "orders.fifo", MaxReceiveCount = 0, BatchSize = 11, MaxConcurrency = 1 });
        }));

        thrown.Message.ShouldBe(
            """
            QueueProcessor 'Test/Orders' has 5 problems (docs/errors.md explains each code):
              SP2402 QueueName: "orders.fifo" was given; allowed: 1 to 80 letters, digits, hyphens and underscores, without .fifo. Rename the queue, set Fifo, or leave the name out.
              SP2407 MaxReceiveCount: 0 was given; allowed: 1 to 1000 receives. 3 to 5 suit most work.
              SP2409 MaxBatchingWindow: nothing was given; allowed: 1 second or more beside a batch of more than 10 messages: one poll brings 10. Set MaxBatchingWindow, or a BatchSize of 10 or less.
              SP2410 MaxConcurrency: 1 was given; allowed: 2 to 1000 invocations. Leave it out to have no limit but the account's; Lambda never goes below 2.
              SP1012 FunctionSettings.Code: nothing was given; allowed: the code to run: this pattern has no handler of its own. Set FunctionCode.FromProject(path), for instance.
            """,
            StringCompareShould.IgnoreLineEndings);
        made!.Node.FindAll().Length.ShouldBe(2, "the stack and the empty pattern");
    }

    [Fact]
    public void Constructor_WhatOnlyAHumanCanJudge_IsWarnedOf()
    {
        Warning(code => new() { FunctionSettings = new() { Code = code }, VisibilityTimeout = Duration.Seconds(179) }).ShouldContain("six times the function's timeout");
        Warning(code => new() { FunctionSettings = new() { Code = code }, MaxReceiveCount = 2 }).ShouldContain("dead letter after 2 receives");
        Warning(code => new() { FunctionSettings = new() { Code = code, ReservedConcurrentExecutions = 5 } }).ShouldContain("Set MaxConcurrency");
        Warning(code => new() { FunctionSettings = new() { Code = code }, RetentionPeriod = Duration.Seconds(900) }).ShouldContain("takes up to 900 seconds");
    }

    private static string Warning(Func<FunctionCode, QueueProcessorProps> props) => QueueSamples.Processor(props).Annotations.Single();

    private static void Nothing(QueueProps props)
    {
    }

    private static Duration Later(Stack stack) => Duration.Seconds(new CfnParameter(stack, "Number", new CfnParameterProps { Type = "Number" }).ValueAsNumber);
}
