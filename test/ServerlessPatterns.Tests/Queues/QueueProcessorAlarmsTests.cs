using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;

namespace ServerlessPatterns.Tests.Queues;

public sealed class QueueProcessorAlarmsTests
{
    private static readonly Synthesized Defaults = QueueSamples.Processor();

    [Fact]
    public void Alarms_ByDefault_AreSixAndEachHasARunbook() => Defaults.All("AWS::CloudWatch::Alarm").Values
        .Count(alarm => ((string)alarm["Properties"]!["AlarmDescription"]!).Contains("\nRunbook: ", StringComparison.Ordinal)).ShouldBe(6);

    [Fact]
    public void QueueMessageAge_ByDefault_GoesOffAfterAQuarterOfAnHour()
    {
        var alarm = Alarm("QueueMessageAge");

        ((string?)alarm["MetricName"]).ShouldBe("ApproximateAgeOfOldestMessage");
        ((double?)alarm["Threshold"]).ShouldBe(900);
        ((double?)alarm["EvaluationPeriods"]).ShouldBe(5);
        ((string?)alarm["Statistic"]).ShouldBe("Maximum");
        Dimension(alarm).ShouldStartWith("OrdersQueue");
    }

    [Fact]
    public void QueueMessageAge_SlowFunction_WaitsForASecondTry() => ((double?)QueueSamples.Processor(code => new()
    {
        FunctionSettings = new() { Code = code, Timeout = Duration.Minutes(15) },
    }).Properties("AWS::CloudWatch::Alarm", "QueueMessageAge")["Threshold"]).ShouldBe(10800);

    [Fact]
    public void QueueInFlight_ByDefault_GoesOffBeforeTheQueueStopsHandingOut()
    {
        var alarm = Alarm("QueueInFlight");

        ((string?)alarm["MetricName"]).ShouldBe("ApproximateNumberOfMessagesNotVisible");
        ((double?)alarm["Threshold"]).ShouldBe(96000);
        Dimension(alarm).ShouldStartWith("OrdersQueue");
    }

    [Fact]
    public void QueueDeadLetters_ByDefault_GoesOffAtTheFirst()
    {
        var alarm = Alarm("QueueDeadLetters");

        ((string?)alarm["Namespace"]).ShouldBe("AWS/SQS");
        ((string?)alarm["MetricName"]).ShouldBe("ApproximateNumberOfMessagesVisible");
        ((double?)alarm["Threshold"]).ShouldBe(0);
        ((string?)alarm["ComparisonOperator"]).ShouldBe("GreaterThanThreshold");
        ((string?)alarm["TreatMissingData"]).ShouldBe("notBreaching");
        Dimension(alarm).ShouldStartWith("OrdersDeadLetterQueue");
    }

    [Theory]
    [InlineData("FunctionErrors")]
    [InlineData("FunctionThrottles")]
    [InlineData("FunctionDuration")]
    public void Function_ByDefault_IsAlarmed(string id) => Alarm(id).ShouldNotBeNull();

    [Fact]
    public void Monitoring_None_MakesNoAlarm() => QueueSamples.Processor(code => new()
    {
        FunctionSettings = new() { Code = code },
        Monitoring = MonitoringOptions.None,
    }).All("AWS::CloudWatch::Alarm").ShouldBeEmpty();

    [Fact]
    public void Monitoring_ConfigureAlarm_ChangesTheThreshold() => ((double?)QueueSamples.Processor(code => new()
    {
        FunctionSettings = new() { Code = code },
        Monitoring = new() { ConfigureAlarm = (id, alarm) => alarm.Threshold = id == "QueueMessageAge" ? 60 : alarm.Threshold },
    }).Properties("AWS::CloudWatch::Alarm", "QueueMessageAge")["Threshold"]).ShouldBe(60);

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
        processor.Alarms.Count.ShouldBe(6);
    });

    private static System.Text.Json.Nodes.JsonNode Alarm(string id) => Defaults.Properties("AWS::CloudWatch::Alarm", id);

    private static string Dimension(System.Text.Json.Nodes.JsonNode alarm)
    {
        var dimension = alarm["Dimensions"]!.AsArray().Single()!;
        ((string?)dimension["Name"]).ShouldBe("QueueName");
        return dimension["Value"].Target();
    }
}
