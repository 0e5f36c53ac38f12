using Constructs;

namespace ServerlessPatterns;

/// <summary>The checks of <see cref="QueueFargateWorkerProps"/>.</summary>
internal static class WorkerChecks
{
    public static void ThrowIfInvalid(Construct scope, string id, QueueFargateWorkerProps props)
    {
        var checks = new Checks();
        var task = WorkerRequests.TaskWithoutQueue(props);
        WorkQueueChecks.Check(checks, props);
        CheckVisibility(checks, props);
        TaskChecks.Check(checks, task);
        NetworkChecks.Check(checks, WorkerRequests.Network(props, task));
        CheckScaling(checks, props.Scaling);
        checks.WholeNumber(ErrorCodes.WorkerSpotShare, nameof(props.SpotShare), props.SpotShare, 0, 100, "percent", "It is the share of the tasks beyond Scaling.MinTasks.");
        checks.Require(
            props.RollbackOnAlarms is not true || props.Monitoring.Enabled,
            ErrorCodes.WorkerRollbackWithoutAlarms,
            nameof(props.RollbackOnAlarms),
            "true without alarms",
            "true with alarms, which are what takes a deployment back",
            "Leave out MonitoringOptions.None, or RollbackOnAlarms.");
        checks.ThrowIfAny(nameof(QueueFargateWorker), scope, id);
    }

    /// <summary>A task that is to end finishes the message in its hands: nobody else may get it meanwhile.</summary>
    public static void CheckHidden(Checks checks, string property, double? visibilitySeconds, QueueFargateWorkerProps props)
    {
        var stop = props.ContainerSettings.StopTimeout is { } set ? QueueVisibility.Seconds(set) : WorkerDefaults.StopTimeoutSeconds;
        checks.Require(
            visibilitySeconds is null || stop is null || visibilitySeconds >= stop,
            ErrorCodes.WorkerVisibility,
            property,
            visibilitySeconds is { } visible ? $"{Tokens.Text(visible)} seconds" : null,
            $"{Tokens.Text(stop ?? 0)} seconds or more, the stop timeout: a task that ends may still be processing a message",
            "Hide messages for longer than the longest takes, or shorten ContainerSettings.StopTimeout.");
    }

    private static void CheckVisibility(Checks checks, QueueFargateWorkerProps props)
    {
        if (props.Queue is { } given)
        {
            WorkQueueChecks.NotBeside(checks, nameof(props.Queue), nameof(props.VisibilityTimeout), props.VisibilityTimeout is not null);
            CheckHidden(checks, nameof(props.Queue), QueueVisibility.OfGiven(given), props);
            return;
        }

        checks.Seconds(ErrorCodes.WorkerVisibility, nameof(props.VisibilityTimeout), props.VisibilityTimeout, 0, QueueVisibility.MaxSeconds, "SQS hides a message for 12 hours at most.");
        CheckHidden(checks, nameof(props.VisibilityTimeout), QueueVisibility.Seconds(props.VisibilityTimeout ?? WorkerDefaults.VisibilityTimeout), props);
    }

    private static void CheckScaling(Checks checks, QueueWorkerScaling scaling)
    {
        const string At = nameof(QueueFargateWorkerProps.Scaling);

        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html: 5,000 tasks a service
        checks.WholeNumber(ErrorCodes.WorkerTaskCount, $"{At}.{nameof(scaling.MinTasks)}", scaling.MinTasks, 0, 5000, "tasks", "Give 0 to run none while there is nothing to do.");
        checks.WholeNumber(ErrorCodes.WorkerTaskCount, $"{At}.{nameof(scaling.MaxTasks)}", scaling.MaxTasks, Math.Clamp(scaling.MinTasks, 1, 5000), 5000, "tasks", "It is no less than MinTasks.");
        checks.Require(scaling.BacklogPerTask > 0 || Tokens.IsUnresolved(scaling.BacklogPerTask), ErrorCodes.WorkerBacklog, $"{At}.{nameof(scaling.BacklogPerTask)}", scaling.BacklogPerTask, "more than 0 messages a task", "Divide how long a message may wait by how long a task takes for one.");
        checks.Seconds(ErrorCodes.WorkerCooldown, $"{At}.{nameof(scaling.ScaleInCooldown)}", scaling.ScaleInCooldown, 0, int.MaxValue, "Give whole seconds.");
        checks.Seconds(ErrorCodes.WorkerCooldown, $"{At}.{nameof(scaling.ScaleOutCooldown)}", scaling.ScaleOutCooldown, 0, int.MaxValue, "Give whole seconds.");
    }
}
