using System.Globalization;
using System.Text.RegularExpressions;
using Amazon.CDK;

namespace ServerlessPatterns;

/// <summary>Schedules at a fixed interval: <c>rate(5 minutes)</c>.</summary>
internal static partial class RateExpression
{
    private static readonly (string Unit, double Minutes)[] Units = [("day", 1440), ("hour", 60), ("minute", 1)];

    public static string Write(Duration interval)
    {
        if (interval.IsUnresolved())
        {
            return $"rate({Tokens.Text(interval.ToMinutes())} minutes)";
        }

        var minutes = interval.ToMilliseconds() / 60000;
        var (unit, size) = Units.First(unit => minutes % unit.Minutes == 0 || unit.Minutes == 1);
        var value = minutes / size;
        return $"rate({value.ToString(CultureInfo.InvariantCulture)} {unit}{(value == 1 ? string.Empty : "s")})";
    }

    // Rules refuse a plural after 1 and a singular after anything else; Scheduler's page does not tell them apart, and
    // takes both. What both engines take is what is allowed here.
    public static void Check(Checks checks, string property, string expression)
    {
        var match = Form().Match(expression);
        checks.Require(
            match.Success && (match.Groups["value"].Value == "1") == (match.Groups["plural"].Length == 0),
            ErrorCodes.ScheduleRate,
            property,
            Checks.Quote(expression),
            "rate(1 minute), rate(5 minutes) and the like: a whole number from 1 to 999999999, one space, and minute(s), hour(s) or day(s) in the number's own form",
            "Correct the expression, or use ScheduleTimes.Rate(Duration).");
    }

    [GeneratedRegex(@"^rate\((?<value>[1-9][0-9]{0,8}) (minute|hour|day)(?<plural>s?)\)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();
}
