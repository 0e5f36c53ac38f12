using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;

namespace ServerlessPatterns;

/// <summary>The metrics of one target group behind one load balancer: both dimensions, or other services count too.</summary>
/// <remarks>https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html</remarks>
internal sealed class TargetMetrics(ApplicationTargetGroup targetGroup, string loadBalancerName)
{
    public Metric Requests(MetricOptions? options = null) => Create("RequestCount", Stats.SUM, 5, options);

    public Metric Errors(MetricOptions? options = null) => Create("HTTPCode_Target_5XX_Count", Stats.SUM, 5, options);

    public Metric ResponseTime(MetricOptions? options = null) => Create("TargetResponseTime", "p99", 5, options);

    public Metric Healthy(MetricOptions? options = null) => Create("HealthyHostCount", Stats.MINIMUM, 1, options);

    public Metric Unhealthy(MetricOptions? options = null) => Create("UnHealthyHostCount", Stats.MAXIMUM, 1, options);

    private Metric Create(string name, string statistic, double minutes, MetricOptions? options)
    {
        var metric = new Metric(new MetricProps
        {
            Namespace = "AWS/ApplicationELB",
            MetricName = name,
            DimensionsMap = new Dictionary<string, string>
            {
                ["LoadBalancer"] = loadBalancerName,
                ["TargetGroup"] = targetGroup.TargetGroupFullName,
            },
            Period = Duration.Minutes(minutes),
            Statistic = statistic,
        });
        return options is null ? metric : metric.With(options);
    }
}
