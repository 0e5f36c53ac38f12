using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;

namespace ServerlessPatterns;

/// <summary>The metrics that a <see cref="QueueFargateWorker"/> is scaled and watched by.</summary>
internal static class WorkerMetrics
{
    public static Metric Visible(QueueFargateWorker worker) => worker.Queue.MetricApproximateNumberOfMessagesVisible(Maximum());

    public static Metric InFlight(QueueFargateWorker worker) => worker.Queue.MetricApproximateNumberOfMessagesNotVisible(Maximum());

    /// <summary>Of Container Insights: ECS itself counts no tasks.</summary>
    public static Metric RunningTasks(QueueFargateWorker worker, MetricOptions? options = null) => new Metric(new MetricProps
    {
        Namespace = "ECS/ContainerInsights",
        MetricName = "RunningTaskCount",
        DimensionsMap = new Dictionary<string, string>
        {
            ["ClusterName"] = worker.Cluster.ClusterName,
            ["ServiceName"] = worker.Service.ServiceName,
        },
        Period = Duration.Minutes(1),
        Statistic = Stats.AVERAGE,
    }).With(options ?? new MetricOptions());

    private static MetricOptions Maximum() => new() { Period = Duration.Minutes(1), Statistic = Stats.MAXIMUM };
}
