using Amazon.CDK;

namespace ServerlessPatterns;

/// <summary>
/// How many tasks a <see cref="QueueFargateWorker"/> runs: by the messages that wait or are being processed, divided by
/// the tasks that run.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking-metric-math.html</remarks>
public sealed class QueueWorkerScaling
{
    /// <summary>
    /// The least tasks, 0 to 5,000. With 0, the first task is started when messages wait and none is being processed,
    /// and the last one ended when for 15 minutes no message has waited or been processed. A queue that was not used for
    /// six hours may tell of its first message up to 15 minutes late.
    /// </summary>
    /// <value>The default value is 1.</value>
    public int MinTasks { get; init; } = 1;

    /// <summary>The most tasks, 1 to 5,000 and not below <see cref="MinTasks"/>.</summary>
    /// <value>The default value is 10.</value>
    public int MaxTasks { get; init; } = 10;

    /// <summary>
    /// The messages a task that are aimed at, those in its hands included, more than 0: how long a message may wait,
    /// divided by how long a task takes for one.
    /// </summary>
    /// <value>The default value is 10.</value>
    public double BacklogPerTask { get; init; } = 10;

    /// <summary>How long after tasks were taken away the next may be, whole seconds from 0 on.</summary>
    /// <value>The default value is 300 seconds.</value>
    public Duration? ScaleInCooldown { get; init; }

    /// <summary>How long after tasks were added the next may be, whole seconds from 0 on.</summary>
    /// <value>The default value is 60 seconds.</value>
    public Duration? ScaleOutCooldown { get; init; }
}
