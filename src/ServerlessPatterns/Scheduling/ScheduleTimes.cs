using System.Globalization;
using Amazon.CDK;

namespace ServerlessPatterns;

/// <summary>
/// When a schedule runs. What is written here is checked when the pattern is made, against the grammar that
/// <see href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html">AWS documents</see>.
/// </summary>
public sealed class ScheduleTimes
{
    private readonly Func<string> expression;

    private ScheduleTimes(Func<string> expression) => this.expression = expression;

    internal Duration? Interval { get; private init; }

    internal DateTimeKind Kind { get; private init; } = DateTimeKind.Unspecified;

    /// <summary>Runs at each time that matches all fields, in the schedule's time zone.</summary>
    /// <param name="minute">0 to 59.</param>
    /// <param name="hour">0 to 23.</param>
    /// <param name="dayOfMonth">1 to 31, <c>L</c> for the last day, <c>15W</c> for the weekday nearest to the 15th.</param>
    /// <param name="month">1 to 12 or <c>JAN</c> to <c>DEC</c>.</param>
    /// <param name="dayOfWeek">
    /// 1 to 7 or <c>SUN</c> to <c>SAT</c>, <c>6L</c> for the last Friday, <c>6#2</c> for the second. Of the two days one is
    /// <c>?</c>, which is what is left out beside the other.
    /// </param>
    /// <param name="year">1970 to 2199.</param>
    /// <returns>The choice.</returns>
    public static ScheduleTimes Cron(
        string minute, string hour = "*", string? dayOfMonth = null, string month = "*", string? dayOfWeek = null, string year = "*")
    {
        dayOfMonth ??= dayOfWeek is null or "?" ? "*" : "?";
        dayOfWeek ??= dayOfMonth == "?" ? "*" : "?";
        return Expression($"cron({minute} {hour} {dayOfMonth} {month} {dayOfWeek} {year})");
    }

    /// <summary>Runs again and again after a time that does not change, from the start of the schedule on.</summary>
    /// <param name="interval">Whole minutes, one or more.</param>
    /// <returns>The choice.</returns>
    public static ScheduleTimes Rate(Duration interval)
    {
        ArgumentNullException.ThrowIfNull(interval);
        return new ScheduleTimes(() => RateExpression.Write(interval)) { Interval = interval };
    }

    /// <summary>Runs once.</summary>
    /// <param name="time">Date and time in the schedule's time zone, to the second.</param>
    /// <returns>The choice.</returns>
    public static ScheduleTimes At(DateTime time) =>
        new(() => $"at({time.ToString(AtExpression.Format, CultureInfo.InvariantCulture)})") { Kind = time.Kind };

    /// <summary>Takes an expression as AWS writes it.</summary>
    /// <param name="expression"><c>cron(...)</c>, <c>rate(...)</c> or <c>at(...)</c>.</param>
    /// <returns>The choice.</returns>
    public static ScheduleTimes Expression(string expression) => new(() => expression);

    /// <summary>The expression as AWS writes it.</summary>
    /// <returns>The expression.</returns>
    public override string ToString() => expression();
}
