namespace ServerlessPatterns;

/// <summary>The checks of <see cref="ScheduledProps"/>, the same in every pattern with a schedule.</summary>
internal static class ScheduleChecks
{
    public static void Check(Checks checks, ScheduledProps props)
    {
        CheckTimes(checks, props);
        TimeZones.Check(checks, nameof(props.TimeZone), props.TimeZone);
        CheckDates(checks, props);
        checks.Minutes(ErrorCodes.ScheduleWindow, nameof(props.FlexibleTimeWindow), props.FlexibleTimeWindow, 1, 1440, "Leave it out for runs that begin on time.");
        checks.WholeNumber(ErrorCodes.ScheduleRetry, nameof(props.ScheduleRetryAttempts), props.ScheduleRetryAttempts, 0, 185, "attempts", "EventBridge allows no more.");
        checks.Seconds(ErrorCodes.ScheduleEventAge, nameof(props.ScheduleMaxEventAge), props.ScheduleMaxEventAge, 60, 86400, "EventBridge tries for a day at most.");
    }

    /// <summary>An expression, wherever it comes from.</summary>
    public static void CheckExpression(Checks checks, string property, string expression)
    {
        if (Tokens.IsUnresolved(expression))
        {
            return;
        }

        Action<Checks, string, string>? check = expression[..(expression.IndexOf('(', StringComparison.Ordinal) + 1)] switch
        {
            "cron(" => CronExpression.Check,
            "rate(" => RateExpression.Check,
            "at(" => AtExpression.Check,
            _ => null,
        };
        checks.Require(
            check is not null && expression.Length <= 256,
            ErrorCodes.ScheduleExpressionForm,
            property,
            Checks.Quote(expression),
            "cron(...), rate(...) or at(...), of 256 characters at most",
            "Use ScheduleTimes.Cron, Rate or At.");
        check?.Invoke(checks, property, expression);
    }

    public static bool IsOneTime(string expression) => expression.StartsWith("at(", StringComparison.Ordinal);

    private static void CheckTimes(Checks checks, ScheduledProps props)
    {
        const string Property = nameof(props.Schedule);
        var problems = checks.Count;
        checks.Minutes(ErrorCodes.ScheduleRate, Property, props.Schedule.Interval, 1, 999_999_999, "Schedules count whole minutes.");
        if (checks.Count > problems)
        {
            return;
        }

        checks.Require(
            props.Schedule.Kind == DateTimeKind.Unspecified || (props.Schedule.Kind == DateTimeKind.Utc && props.TimeZone == "UTC"),
            ErrorCodes.ScheduleAt,
            Property,
            $"a {nameof(DateTime)} of the kind {props.Schedule.Kind} beside the time zone {Checks.Quote(props.TimeZone)}",
            "a time without a zone of its own: it is read in TimeZone",
            "Give new DateTime(year, month, day, hour, minute, second).");
        CheckExpression(checks, Property, props.Schedule.ToString());
    }

    private static void CheckDates(Checks checks, ScheduledProps props)
    {
        checks.Require(
            props.StartDate is not { } start || props.EndDate is not { } end || start < end,
            ErrorCodes.ScheduleDates,
            nameof(props.EndDate),
            props.EndDate,
            $"a moment after {nameof(props.StartDate)}",
            "Exchange the two, or correct one of them.");
        checks.Require(
            (props.StartDate is null && props.EndDate is null) || props.Schedule.Interval is not null || !IsOneTime(props.Schedule.ToString()),
            ErrorCodes.ScheduleDates,
            props.StartDate is null ? nameof(props.EndDate) : nameof(props.StartDate),
            "a date beside a schedule that runs once",
            "nothing: Scheduler ignores it there",
            "Leave it out; the schedule itself says when.");
    }
}
