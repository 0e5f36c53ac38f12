namespace ServerlessPatterns;

/// <summary>The service that keeps the time.</summary>
public enum ScheduleEngine
{
    /// <summary>EventBridge Scheduler: time zones, start and end, one-time schedules, windows.</summary>
    Scheduler,

    /// <summary>
    /// A rule on the account's default event bus, in UTC: for those whose other schedules are rules. AWS calls scheduled
    /// rules a legacy.
    /// </summary>
    Rule,
}
