using Amazon.CDK;

namespace ServerlessPatterns;

/// <summary>How many tasks a service runs. It grows when one of the targets is passed, and shrinks when none needs the tasks.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html</remarks>
public sealed class ServiceScaling
{
    /// <summary>The least tasks, 1 or more. Two are in two zones.</summary>
    /// <value>The default value is 2.</value>
    public int MinTasks { get; init; } = 2;

    /// <summary>The most tasks, not below <see cref="MinTasks"/>.</summary>
    /// <value>The default value is 10.</value>
    public int MaxTasks { get; init; } = 10;

    /// <summary>The average CPU utilisation that is aimed at, 1 to 100 percent; <see langword="null"/> turns it off.</summary>
    /// <value>The default value is 60 percent.</value>
    public double? CpuUtilization { get; init; } = 60;

    /// <summary>The average memory utilisation that is aimed at, 1 to 100 percent; <see langword="null"/> turns it off.</summary>
    /// <value>The default value is 80 percent.</value>
    public double? MemoryUtilization { get; init; } = 80;

    /// <summary>The requests a task and minute that are aimed at, 1 or more; <see langword="null"/> turns it off.</summary>
    /// <value>The default value is 1,000.</value>
    public double? RequestsPerTask { get; init; } = 1000;

    /// <summary>How long after tasks were taken away the next may be, whole seconds from 0 on.</summary>
    /// <value>The default value is 120 seconds.</value>
    public Duration? ScaleInCooldown { get; init; }

    /// <summary>How long after tasks were added the next may be, whole seconds from 0 on.</summary>
    /// <value>The default value is 60 seconds.</value>
    public Duration? ScaleOutCooldown { get; init; }
}
