using Amazon.CDK.AWS.CloudWatch;

namespace ServerlessPatterns;

/// <summary>The alarms of a pattern: whether they are made, whom they tell, and what in them is changed.</summary>
public sealed class MonitoringOptions
{
    /// <summary>No alarms at all.</summary>
    public static MonitoringOptions None { get; } = new() { Enabled = false };

    /// <summary>What each alarm does when it goes off, an <c>SnsAction</c> for instance.</summary>
    /// <value>The default value is no action: the alarms only change their state.</value>
    public IReadOnlyList<IAlarmAction> AlarmActions { get; init; } = [];

    /// <summary>
    /// The address of your own runbook. Each alarm's description then ends with this address, <c>#</c> and the id
    /// of the alarm, in place of the advice that the library gives.
    /// </summary>
    /// <value>The default value is none.</value>
    public Uri? RunbookUrl { get; init; }

    /// <summary>
    /// Called with the id of each alarm, such as <c>FunctionErrors</c>, and its props right before the alarm is made;
    /// the place to change a threshold.
    /// </summary>
    /// <value>The default value is none.</value>
    public Action<string, AlarmProps>? ConfigureAlarm { get; init; }

    internal bool Enabled { get; private init; } = true;
}
