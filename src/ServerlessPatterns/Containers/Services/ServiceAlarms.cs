using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.ECS;

namespace ServerlessPatterns;

/// <summary>The alarms of services.</summary>
internal static class ServiceAlarms
{
    private const double SlowSeconds = 3;
    private const double BusyPercent = 90;

    /// <summary>The alarms that a deployment is taken back by: they know nothing of the service, which names them.</summary>
    public static IReadOnlyList<Alarm> AddOfTargets(TargetMetrics metrics, PatternAlarms alarms)
    {
        var errors = alarms.Add(
            "TargetErrors",
            new MathExpression(new MathExpressionProps
            {
                Expression = "IF(requests > 0, 100 * errors / requests, 0)",
                Label = "answers with 5xx in percent of requests",
                Period = Duration.Minutes(5),
                UsingMetrics = new Dictionary<string, IMetric> { ["errors"] = metrics.Errors(), ["requests"] = metrics.Requests() },
            }),
            1,
            "The tasks answered more than 1 % of the requests with 5xx within five minutes.",
            "find the requests in the access log of the load balancer by target_status_code, and their time in the log of the container; a deployment that is running is taken back by itself.");

        var unhealthy = alarms.Add(
            "UnhealthyTasks",
            metrics.Unhealthy(),
            0,
            "A task failed its health check for three minutes in a row.",
            "look at the stopped tasks and at the events of the service for the reason, then at the log of the container; a deployment that is running is taken back by itself.",
            periods: 3);
        return [.. new[] { errors, unhealthy }.OfType<Alarm>()];
    }

    public static void Add(BaseService service, TargetMetrics metrics, ServiceScaling scaling, PatternAlarms alarms)
    {
        alarms.Add(
            "TargetLatency",
            metrics.ResponseTime(),
            SlowSeconds,
            "The slowest 1 % of the answers of the tasks take three seconds or more.",
            "compare with the CPU of the service and with what it calls; Scaling adds tasks earlier with lower targets.",
            periods: 3,
            inclusive: true);

        // Made last: until the first tasks answer there are none, and that is no fault.
        alarms.Add(
            "HealthyTasks",
            metrics.Healthy(),
            scaling.MinTasks,
            $"Fewer tasks answer than the least that there should be ({scaling.MinTasks}) for five minutes in a row.",
            "look at the events of the service: no capacity, no image, a secret that cannot be read, or tasks that fail their health check.",
            periods: 5,
            below: true)?.Node.AddDependency(service);

        AddBusy(service, alarms);
    }

    /// <summary>What holds for every service, with a load balancer or without.</summary>
    public static void AddBusy(BaseService service, PatternAlarms alarms)
    {
        Busy(service.MetricCpuUtilization(Options()), "CPU", "Cpu", alarms);
        Busy(service.MetricMemoryUtilization(Options()), "memory", "Memory", alarms);
    }

    private static MetricOptions Options() => new() { Period = Duration.Minutes(5), Statistic = Stats.AVERAGE };

    private static void Busy(Metric metric, string what, string id, PatternAlarms alarms) => alarms.Add(
        id,
        metric,
        BusyPercent,
        $"The tasks use 90 % of their {what} or more for 15 minutes, so adding tasks did not help or came to its end.",
        "raise Scaling.MaxTasks, or give each task more.",
        periods: 3,
        inclusive: true);
}
