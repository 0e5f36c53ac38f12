using System.Globalization;

namespace ServerlessPatterns;

/// <summary>Schedules that run once: <c>at(2027-01-31T02:00:00)</c>.</summary>
internal static class AtExpression
{
    public const string Format = "yyyy-MM-dd'T'HH:mm:ss";

    public static void Check(Checks checks, string property, string expression) => checks.Require(
        Read(expression) is not null,
        ErrorCodes.ScheduleAt,
        property,
        Checks.Quote(expression),
        "at(yyyy-mm-ddThh:mm:ss): a date that the calendar has, without a zone, which TimeZone says",
        "Correct the expression, or use ScheduleTimes.At(DateTime).");

    public static DateTime? Read(string expression) =>
        expression.StartsWith("at(", StringComparison.Ordinal) && expression.EndsWith(')')
        && DateTime.TryParseExact(expression[3..^1], Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;
}
