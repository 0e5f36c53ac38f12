using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;

namespace ServerlessPatterns.Tests.Queues;

public sealed class QueueFargateWorkerAlarmsTests
{
    private static readonly Synthesized Defaults = WorkerSamples.Worker();

    [Fact]
    public void Alarms_ByDefault_AreSixAndEachHasARunbook() => Defaults.All("AWS::CloudWatch::Alarm").Values
        .Count(alarm => ((string)alarm["Properties"]!["AlarmDescription"]!).Contains("\nRunbook: ", StringComparison.Ordinal)).ShouldBe(6);

    [Theory]
    [InlineData("QueueMessageAge", "ApproximateAgeOfOldestMessage", 1800, 5)]
    [InlineData("QueueInFlight", "ApproximateNumberOfMessagesNotVisible", 96000, 1)]
    [InlineData("QueueDeadLetters", "ApproximateNumberOfMessagesVisible", 0, 1)]
    [InlineData("RunningTasks", "RunningTaskCount", 1, 5)]
    [InlineData("AlarmsCpu", "CPUUtilization", 90, 3)]
    [InlineData("AlarmsMemory", "MemoryUtilization", 90, 3)]
    public void Alarm_ByDefault_HasMetricThresholdAndPeriods(string id, string metric, double threshold, double periods)
    {
        var alarm = Defaults.Properties("AWS::CloudWatch::Alarm", id);

        ((string?)alarm["MetricName"]).ShouldBe(metric);
        ((double?)alarm["Threshold"]).ShouldBe(threshold);
        ((double?)alarm["EvaluationPeriods"]).ShouldBe(periods);
        alarm["Dimensions"]!.AsArray().Count.ShouldBe(metric.StartsWith("Approximate", StringComparison.Ordinal) ? 1 : 2);
    }

    [Fact]
    public void RunningTasks_NoData_IsNoTask()
    {
        var alarm = Defaults.Properties("AWS::CloudWatch::Alarm", "RunningTasks");

        ((string?)alarm["ComparisonOperator"]).ShouldBe("LessThanThreshold");
        ((string?)alarm["TreatMissingData"]).ShouldBe("breaching");
        ((string?)alarm["Namespace"]).ShouldBe("ECS/ContainerInsights");
    }

    [Fact]
    public void RunningTasks_MinTasksZero_IsNoAlarm() => WorkerSamples.Worker(source => new() { Source = source, Network = Network.Isolated(), Scaling = new() { MinTasks = 0 } })
        .All("AWS::CloudWatch::Alarm").Keys.ShouldNotContain(id => id.Contains("RunningTasks", StringComparison.Ordinal));

    [Fact]
    public void Monitoring_None_MakesNoAlarm() => WorkerSamples.Worker(source => new() { Source = source, Network = Network.Isolated(), Monitoring = MonitoringOptions.None })
        .All("AWS::CloudWatch::Alarm").ShouldBeEmpty();

    [Fact]
    public void Metrics_All_NameTheirMetric() => Synthesized.Stack(stack =>
    {
        var worker = new QueueFargateWorker(stack, "Worker", new() { Source = WorkerSamples.Source(stack), Network = Network.Isolated() });
        var options = new MetricOptions { Period = Duration.Minutes(2) };

        worker.MetricMessageAge(options).MetricName.ShouldBe("ApproximateAgeOfOldestMessage");
        worker.MetricMessages(options).MetricName.ShouldBe("ApproximateNumberOfMessagesVisible");
        worker.MetricRunningTasks(options).MetricName.ShouldBe("RunningTaskCount");
        worker.MetricRunningTasks(options).Period.ToMinutes().ShouldBe(2);
        worker.MetricCpuUtilization(options).MetricName.ShouldBe("CPUUtilization");
        worker.MetricMemoryUtilization(options).MetricName.ShouldBe("MemoryUtilization");
        worker.Alarms.Count.ShouldBe(6);
    });
}
