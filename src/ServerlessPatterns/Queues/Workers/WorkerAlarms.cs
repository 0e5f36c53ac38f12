
namespace ServerlessPatterns;

/// <summary>The alarms of the tasks of a <see cref="QueueFargateWorker"/>.</summary>
internal static class WorkerAlarms
{
    public static void Add(QueueFargateWorker worker, QueueWorkerScaling scaling, PatternAlarms alarms)
    {
        if (scaling.MinTasks > 0)
        {
            alarms.Add(
                "RunningTasks",
                WorkerMetrics.RunningTasks(worker),
                scaling.MinTasks,
                $"Fewer tasks run than the least that there should be ({scaling.MinTasks}) for five minutes in a row.",
                "look at the events of the service and at its stopped tasks: no capacity, no image, a secret that cannot be read, or a container that ends.",
                periods: 5,
                below: true);
        }

        ServiceAlarms.AddBusy(worker.Service, alarms);
    }
}
