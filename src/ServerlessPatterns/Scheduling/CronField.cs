using System.Globalization;
using System.Text.RegularExpressions;

namespace ServerlessPatterns;

/// <summary>One field of a cron expression: a list of values, ranges and steps.</summary>
internal sealed partial record CronField(string Name, int Least, int Most, string[] Names, int LargestStep)
{
    public static CronField Minute { get; } = new("minute", 0, 59, [], 59);

    public static CronField Hour { get; } = new("hour", 0, 23, [], 23);

    public static CronField DayOfMonth { get; } = new("day-of-month", 1, 31, [], 31);

    public static CronField Month { get; } = new(
        "month", 1, 12, ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"], 12);

    // AWS's table of this field has no slash: steps of weekdays are not documented.
    public static CronField DayOfWeek { get; } = new("day-of-week", 1, 7, ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"], 0);

    public static CronField Year { get; } = new("year", 1970, 2199, [], 229);

    /// <summary>What the field may be, in words.</summary>
    public string Allowed
    {
        get
        {
            var names = Names.Length > 0 ? $" or {Names[0]}-{Names[^1]}" : string.Empty;
            var steps = LargestStep > 0 ? $", and steps of 1 to {LargestStep} after /" : string.Empty;
            return $"{Least}-{Most}{names} in the {Name} field, as * or as values and ascending ranges with commas between them{steps}{Special}";
        }
    }

    private string Special => Name switch
    {
        "day-of-month" => "; or ?, L, or a day with W",
        "day-of-week" => "; or ?, L, a day with L, or a day with # and 1 to 5",
        _ => string.Empty,
    };

    public bool Accepts(string field) => IsSpecial(field) || (Items(field) is var items && items.All(item => Values(item).Any()) && (items.Length == 1 || !items.Contains("*")));

    /// <summary>The values that the field names, none where they depend on the month.</summary>
    public IEnumerable<int> All(string field) => IsSpecial(field) ? [] : Items(field).SelectMany(Values).Distinct();

    private static string[] Items(string field) => field.Split(',');

    private bool IsSpecial(string field) => Name switch
    {
        "day-of-month" => field is "?" or "L" || (field.EndsWith('W') && Value(field[..^1]) is not null),
        "day-of-week" => field is "?" or "L" || (NthDay().Match(field) is { Success: true } day && Value(day.Groups["day"].Value) is not null),
        _ => false,
    };

    private IEnumerable<int> Values(string item)
    {
        var match = Item().Match(item);
        var (isAny, hasStep) = (match.Groups["first"].Value == "*", match.Groups["step"].Success);
        var step = hasStep ? Number(match.Groups["step"].Value) : 1;
        if (!match.Success || step < 1 || (hasStep && step > LargestStep) || (isAny && match.Groups["last"].Success))
        {
            return [];
        }

        var first = isAny ? Least : Value(match.Groups["first"].Value);
        var last = match.Groups["last"].Success ? Value(match.Groups["last"].Value)
            : isAny || hasStep ? Most
            : first;
        return first is { } from && last is { } to && from <= to
            ? Enumerable.Range(from, to - from + 1).Where(value => (value - from) % step == 0)
            : [];
    }

    private int? Value(string text)
    {
        var name = Array.IndexOf(Names, text);
        if (name >= 0)
        {
            return Least + name;
        }

        return text.Length > 0 && text.All(char.IsAsciiDigit) && text.Length <= Math.Max(2, Most.ToString(CultureInfo.InvariantCulture).Length)
            && Number(text) is var number && number >= Least && number <= Most
                ? number
                : null;
    }

    private static int Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    [GeneratedRegex(@"^(?<first>\*|[0-9A-Z]+)(-(?<last>[0-9A-Z]+))?(/(?<step>[0-9]+))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Item();

    [GeneratedRegex("^(?<day>[0-9A-Z]+?)(L|#[1-5])$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NthDay();
}
