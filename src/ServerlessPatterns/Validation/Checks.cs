using System.Globalization;
using Amazon.CDK;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Collects what is wrong with one props object, so that all of it is told at once.</summary>
internal sealed class Checks
{
    private readonly List<PatternProblem> problems = [];

    /// <summary>How many problems there are so far.</summary>
    public int Count => problems.Count;

    /// <summary>A text that the user gave, told from the words of the message.</summary>
    public static string Quote(string text) => $"\"{text}\"";

    public void Add(string code, string property, object? value, string allowed, string fix) =>
        problems.Add(new PatternProblem(code, property, Show(value), allowed, fix));

    public void Require(bool holds, string code, string property, object? value, string allowed, string fix)
    {
        if (!holds)
        {
            Add(code, property, value, allowed, fix);
        }
    }

    /// <summary>A number between two bounds, whole; nothing given and unresolved tokens pass.</summary>
    public void WholeNumber(string code, string property, double? value, double least, double most, string unit, string fix)
    {
        if (value is not { } number || Tokens.IsUnresolved(number))
        {
            return;
        }

        var holds = number >= least && number <= most && number == Math.Floor(number);
        Require(holds, code, property, number, $"{Show(least)} to {Show(most)} {unit}".TrimEnd(), fix);
    }

    /// <summary>A duration between two bounds, in seconds; nothing given and unresolved tokens pass.</summary>
    public void Seconds(string code, string property, Duration? value, double least, double most, string fix) =>
        Time(code, property, value, (least, most, "seconds", 1000), fix, duration => duration.ToSeconds(), "Duration.Seconds(...)");

    /// <summary>A duration between two bounds, in minutes; nothing given and unresolved tokens pass.</summary>
    public void Minutes(string code, string property, Duration? value, double least, double most, string fix) =>
        Time(code, property, value, (least, most, "minutes", 60_000), fix, duration => duration.ToMinutes(), "Duration.Minutes(...)");

    /// <summary>A duration between two bounds, in hours; nothing given and unresolved tokens pass.</summary>
    public void Hours(string code, string property, Duration? value, double least, double most, string fix) =>
        Time(code, property, value, (least, most, "hours", 3_600_000), fix, duration => duration.ToHours(), "Duration.Hours(...)");

    /// <summary>A duration between two bounds, in days; nothing given and unresolved tokens pass.</summary>
    public void Days(string code, string property, Duration? value, double least, double most, string fix) =>
        Time(code, property, value, (least, most, "days", 86_400_000), fix, duration => duration.ToDays(), "Duration.Days(...)");

    /// <summary>A size between two bounds, in bytes; nothing given and unresolved tokens pass.</summary>
    public void Bytes(string code, string property, Size? value, double least, double most, string fix)
    {
        if (value is null)
        {
            return;
        }

        if (value.IsUnresolved())
        {
            TokenUnit(code, property, () => value.ToBytes(), "Size.Bytes(...)");
            return;
        }

        WholeNumber(code, property, value.ToBytes(), least, most, "bytes", fix);
    }

    /// <summary>One of the values of an enumeration, which C# does not enforce by itself.</summary>
    public void Defined<TEnum>(string code, string property, TEnum value, string fix)
        where TEnum : struct, Enum =>
        Require(Enum.IsDefined(value), code, property, value, string.Join(", ", Enum.GetNames<TEnum>()), fix);

    /// <summary>Throws for a construct that is not made yet.</summary>
    public void ThrowIfAny(string pattern, Construct scope, string id)
    {
        if (problems.Count > 0)
        {
            var parent = scope.Node.Path;
            throw new PatternValidationException(pattern, parent.Length == 0 ? id : $"{parent}/{id}", problems);
        }
    }

    /// <summary>Throws for a construct whose hook broke something.</summary>
    public void ThrowIfAny(string pattern, Construct construct)
    {
        if (problems.Count > 0)
        {
            throw new PatternValidationException(pattern, construct.Node.Path, problems);
        }
    }

    private void Time(
        string code,
        string property,
        Duration? value,
        (double Least, double Most, string Unit, double Milliseconds) bounds,
        string fix,
        Action<Duration> convert,
        string tokens)
    {
        if (value is null)
        {
            return;
        }

        if (value.IsUnresolved())
        {
            TokenUnit(code, property, () => convert(value), tokens);
            return;
        }

        var number = value.ToMilliseconds() / bounds.Milliseconds;
        Require(
            number >= bounds.Least && number <= bounds.Most && number == Math.Floor(number),
            code,
            property,
            $"{Show(number)} {bounds.Unit}",
            $"{Show(bounds.Least)} to {Show(bounds.Most)} {bounds.Unit}",
            fix);
    }

    // The CDK cannot convert what it does not know yet, and says so in words of its own, without a property.
    private void TokenUnit(string code, string property, Action convert, string allowed)
    {
        try
        {
            convert();
        }
        catch (Exception exception) when (exception.Message.Contains("token", StringComparison.OrdinalIgnoreCase))
        {
            Add(code, property, "a value known only at deployment, in a unit that cannot be converted there", allowed, $"Use {allowed} for values known only at deployment.");
        }
    }

    private static string Show(object? value) => value switch
    {
        null => "nothing",
        string text => text,
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.GetType().Name,
    };
}
