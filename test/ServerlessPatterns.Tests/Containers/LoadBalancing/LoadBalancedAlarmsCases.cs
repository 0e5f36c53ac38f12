using Amazon.CDK.AWS.CloudWatch;
using Constructs;
using ServerlessPatterns.Tests.Crud;

namespace ServerlessPatterns.Tests.Containers.LoadBalancing;

/// <summary>The alarms that both kinds of service have alike.</summary>
public abstract class LoadBalancedAlarmsCases : LoadBalancedServiceTests
{
    private protected abstract Synthesized Defaults { get; }

    [Theory]
    [InlineData("TargetErrors", "AWS/ApplicationELB", "HTTPCode_Target_5XX_Count,RequestCount", "LoadBalancer+TargetGroup", 1, 1)]
    [InlineData("TargetLatency", "AWS/ApplicationELB", "TargetResponseTime", "LoadBalancer+TargetGroup", 3, 3)]
    [InlineData("UnhealthyTasks", "AWS/ApplicationELB", "UnHealthyHostCount", "LoadBalancer+TargetGroup", 0, 3)]
    [InlineData("Cpu", "AWS/ECS", "CPUUtilization", "ClusterName+ServiceName", 90, 3)]
    [InlineData("Memory", "AWS/ECS", "MemoryUtilization", "ClusterName+ServiceName", 90, 3)]
    public void Alarm_ByDefault_WatchesThisServiceAlone(
        string id, string metricNamespace, string metrics, string dimensions, double threshold, double periods) =>
        Defaults.ShouldWatch(id, metricNamespace, metrics, dimensions, threshold, periods);

    [Fact]
    public void HealthyTasks_BelowTheLeast_GoesOffWithoutDataToo()
    {
        var alarm = Defaults.Properties("AWS::CloudWatch::Alarm", "HealthyTasks");
        ((string?)alarm["MetricName"]).ShouldBe("HealthyHostCount");
        ((string?)alarm["Statistic"]).ShouldBe("Minimum");
        ((string?)alarm["ComparisonOperator"]).ShouldBe("LessThanThreshold");
        ((string?)alarm["TreatMissingData"]).ShouldBe("breaching", "no targets, no data");
        ((double?)alarm["Threshold"]).ShouldBe(2);
        ((double?)alarm["EvaluationPeriods"]).ShouldBe(5);
        Defaults.Single("AWS::CloudWatch::Alarm", "HealthyTasks")["DependsOn"]!.AsArray().Select(other => (string)other!)
            .ShouldContain(Defaults.All("AWS::ECS::Service").Keys.Single(), "the first tasks take a while");
    }

    [Fact]
    public void Dimensions_OfTheTargets_AreTheFullNames()
    {
        var dimensions = Defaults.Properties("AWS::CloudWatch::Alarm", "UnhealthyTasks")["Dimensions"]!.AsArray();
        dimensions[1]!["Value"].ShouldBeJson($$"""{"Fn::GetAtt":["{{Defaults.All("AWS::ElasticLoadBalancingV2::TargetGroup").Keys.Single()}}","TargetGroupFullName"]}""");
        var name = dimensions[0]!["Value"]!.ToJsonString();
        name.ShouldContain("\"Fn::Split\":[\"/\",{\"Ref\":\"" + Defaults.All("AWS::ElasticLoadBalancingV2::LoadBalancer").Keys.Single() + "\"}]");
        ((string?)Defaults.Properties("AWS::CloudWatch::Alarm", "TargetLatency")["ExtendedStatistic"]).ShouldBe("p99");
        ((string?)Defaults.Properties("AWS::CloudWatch::Alarm", "AlarmsCpu")["Statistic"]).ShouldBe("Average");
    }

    [Fact]
    public void Alarms_All_AreExposedOrNotMade() => Synthesized.Stack(stack =>
    {
        Alarms(Make(stack, "Shop", ServiceInput.Minimal(stack))).Count.ShouldBe(6);
        Alarms(Make(stack, "Quiet", new() { Network = Network.Isolated(), AllowPlainHttp = true, Monitoring = MonitoringOptions.None })).ShouldBeEmpty();
    }).All("AWS::CloudWatch::Alarm").Count.ShouldBe(6);

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

    private static IReadOnlyList<Alarm> Alarms(Construct service) => (IReadOnlyList<Alarm>)service.GetType().GetProperty("Alarms")!.GetValue(service)!;

    private static Metric Metric(Construct service, string name, MetricOptions? options = null) =>
        (Metric)service.GetType().GetMethod(name)!.Invoke(service, [options])!;
}
