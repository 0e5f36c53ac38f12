using Amazon.CDK;
using Amazon.CDK.AWS.ApplicationAutoScaling;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.ECS;

namespace ServerlessPatterns;

/// <summary>Makes the scaling of a <see cref="QueueFargateWorker"/>, by its backlog.</summary>
internal static class WorkerScaling
{
    // As long as target tracking itself waits before it takes tasks away.
    private const double IdleMinutes = 15;

    public static ScalableTaskCount Define(QueueFargateWorker worker, QueueWorkerScaling scaling)
    {
        var tasks = worker.Service.AutoScaleTaskCount(new EnableScalingProps { MinCapacity = scaling.MinTasks, MaxCapacity = scaling.MaxTasks });
        var targetId = ((ScalableTarget)tasks.Node.FindChild("Target")).ScalableTargetId;
        DefineBacklog(worker, scaling, targetId);
        if (scaling.MinTasks == 0)
        {
            DefineWakeUp(worker, targetId);
            DefineSleep(worker, targetId);
        }

        return tasks;
    }

    // The CDK tracks single metrics only. Without tasks there is no value, and so nothing to track: the other two
    // policies are for that. What is in hand counts, or a task that has emptied the queue would be taken away from it.
    private static void DefineBacklog(QueueFargateWorker worker, QueueWorkerScaling scaling, string targetId)
    {
        var metric = new Dictionary<string, object>
        {
            ["Metrics"] = new object[]
            {
                new Dictionary<string, object> { ["Id"] = "backlog", ["Expression"] = "(visible + inFlight) / tasks", ["Label"] = "messages a task" },
                Query("visible", WorkerMetrics.Visible(worker), "Maximum"),
                Query("inFlight", WorkerMetrics.InFlight(worker), "Maximum"),
                Query("tasks", WorkerMetrics.RunningTasks(worker), "Average"),
            },
        };
        new CfnResource(worker, "BacklogPolicy", new CfnResourceProps
        {
            Type = "AWS::ApplicationAutoScaling::ScalingPolicy",
            Properties = new Dictionary<string, object>
            {
                ["PolicyName"] = "backlog",
                ["PolicyType"] = "TargetTrackingScaling",
                ["ScalingTargetId"] = targetId,
                ["TargetTrackingScalingPolicyConfiguration"] = new Dictionary<string, object>
                {
                    ["TargetValue"] = scaling.BacklogPerTask,
                    ["ScaleInCooldown"] = (scaling.ScaleInCooldown ?? WorkerDefaults.ScaleInCooldown).ToSeconds(),
                    ["ScaleOutCooldown"] = (scaling.ScaleOutCooldown ?? WorkerDefaults.ScaleOutCooldown).ToSeconds(),
                    ["CustomizedMetricSpecification"] = metric,
                },
            },
        });
    }

    // Waiting messages of which none is in anybody's hands: no task runs. The queue alone tells so, whose metrics are
    // there without tasks too. A task takes a minute or two to start, in which there is no second one.
    private static void DefineWakeUp(QueueFargateWorker worker, string targetId)
    {
        var policy = Step(worker, "WakeUpPolicy", "wake-up", targetId, "ChangeInCapacity", cooldownSeconds: 300, new() { ["MetricIntervalLowerBound"] = 0, ["ScalingAdjustment"] = 1 });
        Trigger(worker, "WakeUp", policy, "IF(visible > 0 AND inFlight < 1, 1, 0)", "Messages wait, and no task has one in hand: starts the first task.", ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD, 1, 1);
    }

    private static void DefineSleep(QueueFargateWorker worker, string targetId)
    {
        var policy = Step(worker, "SleepPolicy", "sleep", targetId, "ExactCapacity", cooldownSeconds: 60, new() { ["MetricIntervalUpperBound"] = 0, ["ScalingAdjustment"] = 0 });
        Trigger(worker, "Sleep", policy, "visible + inFlight", $"No message has waited or been in hand for {IdleMinutes} minutes: ends the last task.", ComparisonOperator.LESS_THAN_OR_EQUAL_TO_THRESHOLD, 0, IdleMinutes);
    }

    private static string Step(
        QueueFargateWorker worker, string id, string name, string targetId, string adjustmentType, double cooldownSeconds, Dictionary<string, object> adjustment) =>
        new CfnResource(worker, id, new CfnResourceProps
        {
            Type = "AWS::ApplicationAutoScaling::ScalingPolicy",
            Properties = new Dictionary<string, object>
            {
                ["PolicyName"] = name,
                ["PolicyType"] = "StepScaling",
                ["ScalingTargetId"] = targetId,
                ["StepScalingPolicyConfiguration"] = new Dictionary<string, object>
                {
                    ["AdjustmentType"] = adjustmentType,
                    ["Cooldown"] = cooldownSeconds,
                    ["MetricAggregationType"] = "Maximum",
                    ["StepAdjustments"] = new[] { adjustment },
                },
            },
        }).Ref;

    // Part of the scaling, not of the monitoring: it is there when nobody wants to be told of anything.
    private static void Trigger(
        QueueFargateWorker worker, string id, string policy, string expression, string description, ComparisonOperator comparison, double threshold, double periods)
    {
        var alarm = new Alarm(worker, id, new AlarmProps
        {
            Metric = new MathExpression(new MathExpressionProps
            {
                Expression = expression,
                Label = id,
                Period = Duration.Minutes(1),
                UsingMetrics = new Dictionary<string, IMetric>
                {
                    ["visible"] = WorkerMetrics.Visible(worker),
                    ["inFlight"] = WorkerMetrics.InFlight(worker),
                },
            }),
            ComparisonOperator = comparison,
            Threshold = threshold,
            EvaluationPeriods = periods,
            TreatMissingData = TreatMissingData.NOT_BREACHING,
            AlarmDescription = description,
        });
        ((CfnAlarm)alarm.Node.DefaultChild!).AddPropertyOverride("AlarmActions", new[] { policy });
    }

    private static Dictionary<string, object> Query(string id, Metric metric, string statistic) => new(StringComparer.Ordinal)
    {
        ["Id"] = id,
        ["ReturnData"] = false,
        ["MetricStat"] = new Dictionary<string, object>
        {
            ["Stat"] = statistic,
            ["Metric"] = new Dictionary<string, object>
            {
                ["Namespace"] = metric.Namespace,
                ["MetricName"] = metric.MetricName,
                ["Dimensions"] = metric.Dimensions!.Select(pair => new Dictionary<string, object> { ["Name"] = pair.Key, ["Value"] = pair.Value }).ToArray(),
            },
        },
    };
}
