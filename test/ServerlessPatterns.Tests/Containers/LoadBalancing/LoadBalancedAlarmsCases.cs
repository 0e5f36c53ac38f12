using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Constructs;
using ServerlessPatterns.Tests.Monitoring;

namespace ServerlessPatterns.Tests.Containers.LoadBalancing;

/// <summary>The alarms that both kinds of service have alike.</summary>
public abstract class LoadBalancedAlarmsCases : PatternAlarmsCases
{
    private const string OfTheTargets =
        "LoadBalancer=ShopLoadBalancer[1]/ShopLoadBalancer[2]/ShopLoadBalancer[3]+TargetGroup=ShopTargetGroup.TargetGroupFullName";

    private const string OfTheService = "ClusterName=ShopNetworkCluster+ServiceName=ShopService.Name";

    private protected override int AlarmCount => 6;

    private protected abstract Synthesized Defaults { get; }

    [Theory]
    [InlineData("TargetErrors", $"IF(requests > 0, 100 * errors / requests, 0) where errors = AWS/ApplicationELB HTTPCode_Target_5XX_Count {OfTheTargets} Sum/300, requests = AWS/ApplicationELB RequestCount {OfTheTargets} Sum/300 > 1 x1")]
    [InlineData("TargetLatency", $"AWS/ApplicationELB TargetResponseTime {OfTheTargets} p99/300 >= 3 x3")]
    [InlineData("UnhealthyTasks", $"AWS/ApplicationELB UnHealthyHostCount {OfTheTargets} Maximum/60 > 0 x3")]
    [InlineData("HealthyTasks", $"AWS/ApplicationELB HealthyHostCount {OfTheTargets} Minimum/60 < 2 x5 or no data")]
    [InlineData("Cpu", $"AWS/ECS CPUUtilization {OfTheService} Average/300 >= 90 x3")]
    [InlineData("Memory", $"AWS/ECS MemoryUtilization {OfTheService} Average/300 >= 90 x3")]
    public void Alarm_ByDefault_WatchesThisServiceAlone(string id, string expected) => Defaults.Alarm(id).ShouldBe(expected);

    [Fact]
    public void HealthyTasks_InTheFirstDeployment_WaitsForTheService() =>
        Defaults.Single("AWS::CloudWatch::Alarm", "HealthyTasks")["DependsOn"]!.AsArray().Select(other => (string)other!)
            .ShouldContain(Defaults.All("AWS::ECS::Service").Keys.Single(), "the first tasks take a while");

    [Fact]
    public void Metrics_All_AreOfThisService() => Synthesized.Stack(stack =>
    {
        var service = Make(stack, "Shop", ServiceInput.Minimal(stack));
        Metric(service, "MetricRequests").MetricName.ShouldBe("RequestCount");
        Metric(service, "MetricServerErrors").MetricName.ShouldBe("HTTPCode_Target_5XX_Count");
        Metric(service, "MetricResponseTime").Statistic.ShouldBe("p99");
        Metric(service, "MetricResponseTime", new MetricOptions { Statistic = "p50" }).Statistic.ShouldBe("p50");
        Metric(service, "MetricHealthyTasks").Dimensions!.Keys.ShouldBe(["LoadBalancer", "TargetGroup"], ignoreOrder: true);
        Metric(service, "MetricCpuUtilization").Dimensions!.Keys.ShouldBe(["ClusterName", "ServiceName"], ignoreOrder: true);
        Metric(service, "MetricMemoryUtilization").MetricName.ShouldBe("MemoryUtilization");
    });

    private protected abstract Construct Make(Construct scope, string id, ServiceInput input);

    private protected override IReadOnlyList<Alarm> MakeAlarms(Stack stack, MonitoringOptions monitoring)
    {
        var service = Make(stack, "Shop", ServiceInput.Minimal(stack) with { Monitoring = monitoring });
        return (IReadOnlyList<Alarm>)service.GetType().GetProperty("Alarms")!.GetValue(service)!;
    }

    private static Metric Metric(Construct service, string name, MetricOptions? options = null) =>
        (Metric)service.GetType().GetMethod(name)!.Invoke(service, [options])!;
}
