namespace ServerlessPatterns;

/// <summary>What only a human can judge about a <see cref="QueueFargateWorker"/>.</summary>
internal static class WorkerNotices
{
    /// <summary>The hook of the queue has a say in how long messages are hidden.</summary>
    public static void ThrowIfShownTooSoon(QueueFargateWorker worker, QueueFargateWorkerProps props, double? visibilitySeconds)
    {
        var checks = new Checks();
        WorkerChecks.CheckHidden(checks, nameof(props.VisibilityTimeout), visibilitySeconds, props);
        checks.ThrowIfAny(nameof(QueueFargateWorker), worker);
    }

    public static void Add(QueueFargateWorker worker, QueueFargateWorkerProps props, double? visibilitySeconds)
    {
        QueueNotices.AddReceives(worker, props, visibilitySeconds);
        if (props.Cluster is null)
        {
            return;
        }

        Notices.AddWarning(
            worker,
            "ServerlessPatterns:WorkerContainerInsights",
            "The cluster that was given must have Container Insights: they count the running tasks, without which the service is not scaled by its backlog.");
        CapacityProviders.WarnOfSpot(worker, props.Cluster, props.SpotShare);
    }
}
