using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using ServerlessPatterns.Tests.Monitoring;

namespace ServerlessPatterns.Tests.Queues;

public sealed class QueueProcessorAlarmsTests : PatternAlarmsCases
{
    private static readonly Synthesized Defaults = QueueSamples.Processor();

    private protected override int AlarmCount => 6;

    [Theory]
    [MemberData(nameof(AlarmTexts.OfAQueue), "OrdersQueue", "OrdersDeadLetterQueue", 900, MemberType = typeof(AlarmTexts))]
    [MemberData(nameof(AlarmTexts.OfAFunction), "OrdersFunction", 24000, MemberType = typeof(AlarmTexts))]
    public void Alarm_ByDefault_WatchesOneResourceByItsDimensions(string id, string expected) => Defaults.Alarm(id).ShouldBe(expected);

    [Fact]
    public void QueueMessageAge_SlowFunction_WaitsForASecondTry() => QueueSamples.Processor(code => new()
    {
        FunctionSettings = new() { Code = code, Timeout = Duration.Minutes(15) },
    }).Alarm("QueueMessageAge").ShouldBe("AWS/SQS ApproximateAgeOfOldestMessage QueueName=OrdersQueue.QueueName Maximum/60 > 10800 x5");

    [Fact]
    public void Metrics_All_NameTheirMetric() => Synthesized.Stack(stack =>
    {
        var processor = new QueueProcessor(stack, "Orders", new() { FunctionSettings = new() { Code = QueueSamples.Code(stack) } });
        var options = new MetricOptions { Period = Duration.Minutes(2) };

        processor.MetricMessageAge(options).MetricName.ShouldBe("ApproximateAgeOfOldestMessage");
        processor.MetricMessages(options).MetricName.ShouldBe("ApproximateNumberOfMessagesVisible");
        processor.MetricInvocations(options).MetricName.ShouldBe("Invocations");
        processor.MetricErrors(options).MetricName.ShouldBe("Errors");
        processor.MetricDuration(options).MetricName.ShouldBe("Duration");
        processor.MetricDuration(options).Period.ToMinutes().ShouldBe(2);
    });

    private protected override IReadOnlyList<Alarm> MakeAlarms(Stack stack, MonitoringOptions monitoring) =>
        new QueueProcessor(stack, "Orders", new() { FunctionSettings = new() { Code = QueueSamples.Code(stack) }, Monitoring = monitoring }).Alarms;
}
