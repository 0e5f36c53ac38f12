namespace ServerlessPatterns;

/// <summary>
/// Schedules at times of the calendar: <c>cron(0 2 * * ? *)</c>. What AWS documents is taken, for Scheduler and for rules
/// alike; what it leaves open (descending ranges, lower case, <c>LW</c>) is not, since each can be said otherwise.
/// https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
/// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
/// </summary>
internal static class CronExpression
{
    private static readonly CronField[] Fields =
        [CronField.Minute, CronField.Hour, CronField.DayOfMonth, CronField.Month, CronField.DayOfWeek, CronField.Year];

    // February has 29 days every fourth year, which a schedule may wait for.
    private static readonly int[] DaysOfMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    public static void Check(Checks checks, string property, string expression)
    {
        var given = Split(expression);
        if (given.Length != Fields.Length)
        {
            checks.Add(
                ErrorCodes.ScheduleCron,
                property,
                $"{Checks.Quote(expression)}, {given.Length} fields",
                "six fields with one space between them: minute, hour, day-of-month, month, day-of-week, year",
                "Correct the expression, or use ScheduleTimes.Cron with a value for each field.");
            return;
        }

        var wrong = Fields.Zip(given).Where(pair => !pair.First.Accepts(pair.Second)).ToList();
        foreach (var (field, value) in wrong)
        {
            checks.Add(ErrorCodes.ScheduleCron, property, $"{Checks.Quote(value)} in {Checks.Quote(expression)}", field.Allowed, "Correct the field.");
        }

        if (wrong.Count == 0)
        {
            CheckDays(checks, property, expression, given);
        }
    }

    /// <summary>The last year in which the schedule runs.</summary>
    public static int? LastYear(string expression) =>
        Split(expression) is { Length: 6 } fields && CronField.Year.Accepts(fields[5]) ? CronField.Year.All(fields[5]).Max() : null;

    private static void CheckDays(Checks checks, string property, string expression, string[] given)
    {
        var (days, months, weekdays) = (given[2], given[3], given[4]);
        checks.Require(
            (days == "?") != (weekdays == "?"),
            ErrorCodes.ScheduleCronDays,
            property,
            $"{Checks.Quote(days)} as day-of-month and {Checks.Quote(weekdays)} as day-of-week in {Checks.Quote(expression)}",
            "? in exactly one of the two",
            "Put ? where any day will do.");

        var named = CronField.DayOfMonth.All(days).ToList();
        var longest = CronField.Month.All(months).Max(month => DaysOfMonths[month - 1]);
        checks.Require(
            named.Count == 0 || named.Min() <= longest,
            ErrorCodes.ScheduleCronDays,
            property,
            $"{Checks.Quote(days)} as day-of-month in {Checks.Quote(expression)}",
            $"a day that one of the months has, 1 to {longest}",
            "Correct the day or the month; L is the last day of any month.");
    }

    private static string[] Split(string expression) =>
        expression.EndsWith(')') ? expression["cron(".Length..^1].Split(' ') : [];
}
