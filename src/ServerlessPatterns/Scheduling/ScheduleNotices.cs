using Constructs;

namespace ServerlessPatterns;

/// <summary>
/// What only a human can judge about a schedule. That it is over is no error: once it ran, its app could never be
/// synthesised again.
/// </summary>
internal static class ScheduleNotices
{
    public static void Add(Construct pattern, ScheduledProps props)
    {
        var now = DateTimeOffset.UtcNow;
        var expression = props.Schedule.Interval is null ? props.Schedule.ToString() : string.Empty;
        var zone = TimeZones.Find(props.TimeZone);
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        if (AtExpression.Read(expression) is { } time && time < local)
        {
            Warn(pattern, $"{expression} is in the past in the time zone {props.TimeZone}");
        }
        else if (expression.StartsWith("cron(", StringComparison.Ordinal) && CronExpression.LastYear(expression) < local.Year)
        {
            Warn(pattern, $"The last year of {expression} is in the past");
        }
        else if (props.EndDate < now)
        {
            Warn(pattern, "EndDate is in the past");
        }

        if (props.StartDate < now)
        {
            Notices.AddWarning(
                pattern,
                "ServerlessPatterns:ScheduleStartInThePast",
                "StartDate is in the past. A schedule that is deployed already does not mind; Scheduler refuses to make a new one with it.");
        }
    }

    private static void Warn(Construct pattern, string what) => Notices.AddWarning(
        pattern,
        "ServerlessPatterns:ScheduleInThePast",
        $"{what}: the schedule does not run any more. Remove the pattern, or give it a new time.");
}
