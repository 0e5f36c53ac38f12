using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using ServerlessPatterns.Tests.Monitoring;

namespace ServerlessPatterns.Tests.Queues;

public sealed class QueueFargateWorkerAlarmsTests : PatternAlarmsCases
{
    private const string OfTheService = "ClusterName=WorkerNetworkCluster+ServiceName=WorkerService.Name";
    private static readonly Synthesized Defaults = WorkerSamples.Worker();

    private protected override int AlarmCount => 6;

    [Theory]
    [MemberData(nameof(AlarmTexts.OfAQueue), "WorkerQueue", "WorkerDeadLetterQueue", 1800, MemberType = typeof(AlarmTexts))]
    [InlineData("RunningTasks", $"ECS/ContainerInsights RunningTaskCount {OfTheService} Average/60 < 1 x5 or no data")]
    [InlineData("Cpu", $"AWS/ECS CPUUtilization {OfTheService} Average/300 >= 90 x3")]
    [InlineData("Memory", $"AWS/ECS MemoryUtilization {OfTheService} Average/300 >= 90 x3")]
    public void Alarm_ByDefault_WatchesOneResourceByItsDimensions(string id, string expected) => Defaults.Alarm(id).ShouldBe(expected);

    [Fact]
    public void RunningTasks_MinTasksZero_IsNoAlarm() => WorkerSamples.Worker(source => new() { Source = source, Network = Network.Isolated(), Scaling = new() { MinTasks = 0 } })
        .Alarms().Keys.ShouldBe(["QueueMessageAge", "QueueInFlight", "QueueDeadLetters", "Cpu", "Memory"], ignoreOrder: true);

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
    });

    private protected override IReadOnlyList<Alarm> MakeAlarms(Stack stack, MonitoringOptions monitoring) =>
        new QueueFargateWorker(stack, "Worker", new() { Source = WorkerSamples.Source(stack), Network = Network.Isolated(), Monitoring = monitoring }).Alarms;
}
