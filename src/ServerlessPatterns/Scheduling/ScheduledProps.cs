using Amazon.CDK;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Scheduler;

namespace ServerlessPatterns;

/// <summary>What the props of <see cref="ScheduledFunction"/> and of <see cref="ScheduledFargateTask"/> have in common.</summary>
public abstract class ScheduledProps
{
    private protected ScheduledProps()
    {
    }

    /// <summary>When it runs.</summary>
    public required ScheduleTimes Schedule { get; init; }

    /// <summary>The IANA time zone in which <see cref="Schedule"/> is read; summer time is followed.</summary>
    /// <value>The default value is <c>UTC</c>.</value>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>
    /// Before this moment a recurring schedule does not run. It must be in the future when the schedule is made.
    /// </summary>
    /// <value>The default value is none: it runs as soon as it is deployed.</value>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>After this moment a recurring schedule does not run any more.</summary>
    /// <value>The default value is none: it runs for ever.</value>
    public DateTimeOffset? EndDate { get; init; }

    /// <summary>Within how many minutes after its time a run may begin, 1 to 1,440: spreads load that is not urgent.</summary>
    /// <value>The default value is none: each run begins within its minute.</value>
    public Duration? FlexibleTimeWindow { get; init; }

    /// <summary>Whether the schedule runs. One that is off stays deployed.</summary>
    /// <value>The default value is <see langword="true"/>.</value>
    public bool Enabled { get; init; } = true;

    /// <summary>
    /// How often the service tries again to start a run that it could not start, 0 to 185, within
    /// <see cref="ScheduleMaxEventAge"/>.
    /// </summary>
    /// <value>The default value is 185, so that the age decides.</value>
    public int ScheduleRetryAttempts { get; init; } = 185;

    /// <summary>How late a run may be started, 60 seconds to 24 hours; then it is a dead letter.</summary>
    /// <value>The default value is 1 hour.</value>
    public Duration? ScheduleMaxEventAge { get; init; }

    /// <summary>The key that encrypts the schedule, the queues and the logs made here.</summary>
    /// <value>The default value is none: keys that the services own, at no cost.</value>
    public IKey? EncryptionKey { get; init; }

    /// <summary>What becomes of queues and logs made here when the stack goes; the schedule always goes.</summary>
    /// <value>The default value is <c>RETAIN_ON_UPDATE_OR_DELETE</c>.</value>
    public RemovalPolicy RemovalPolicy { get; init; } = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;

    /// <summary>The alarms.</summary>
    /// <value>The default value is all alarms, with no action.</value>
    public MonitoringOptions Monitoring { get; init; } = new();

    /// <summary>Called with the props of the EventBridge Scheduler schedule right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<CfnScheduleProps>? ConfigureSchedule { get; init; }

    internal static Duration DefaultMaxEventAge => Duration.Hours(1);
}
