using Amazon.CDK;

namespace ServerlessPatterns;

/// <summary>How a load balancer finds out whether a task can answer.</summary>
/// <remarks>https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html</remarks>
public sealed class TargetHealthCheck
{
    /// <summary>The path that is asked for, up to 1,024 characters. It should need nothing that other tasks need too, such as a database.</summary>
    /// <value>The default value is <c>/</c>.</value>
    public string Path { get; init; } = "/";

    /// <summary>The HTTP status codes of a healthy task, 200 to 499, such as <c>200</c>, <c>200,204</c> or <c>200-299</c>.</summary>
    /// <value>The default value is <c>200</c>.</value>
    public string HealthyHttpCodes { get; init; } = "200";

    /// <summary>The time between two checks of a task, 5 to 300 seconds.</summary>
    /// <value>The default value is 10 seconds.</value>
    public Duration? Interval { get; init; }

    /// <summary>How long a task may take to answer, 2 to 120 seconds and less than <see cref="Interval"/>.</summary>
    /// <value>The default value is 5 seconds.</value>
    public Duration? Timeout { get; init; }

    /// <summary>How many checks in a row make a task healthy, 2 to 10.</summary>
    /// <value>The default value is 2.</value>
    public int HealthyThreshold { get; init; } = 2;

    /// <summary>How many failed checks in a row make a task unhealthy, 2 to 10.</summary>
    /// <value>The default value is 3.</value>
    public int UnhealthyThreshold { get; init; } = 3;

    /// <summary>
    /// How long after its start a task is not replaced whatever the checks say, 0 to 2,147,483,647 seconds: the time that
    /// the app needs to start.
    /// </summary>
    /// <value>The default value is 60 seconds.</value>
    public Duration? GracePeriod { get; init; }

    internal Duration IntervalOrDefault => Interval ?? Duration.Seconds(10);

    internal Duration TimeoutOrDefault => Timeout ?? Duration.Seconds(5);

    internal Duration GracePeriodOrDefault => GracePeriod ?? Duration.Seconds(60);
}
