using System.Globalization;
using Amazon.CDK;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Collects what is wrong with one props object, so that all of it is told at once.</summary>
internal sealed class Checks
{
    private readonly List<PatternProblem> problems = [];

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
    public void Seconds(string code, string property, Duration? value, double least, double most, string fix)
    {
        if (value is null || value.IsUnresolved())
        {
            return;
        }

        var seconds = value.ToMilliseconds() / 1000;
        Require(
            seconds >= least && seconds <= most && seconds == Math.Floor(seconds),
            code,
            property,
            $"{Show(seconds)} seconds",
            $"{Show(least)} to {Show(most)} seconds",
            fix);
    }

    /// <summary>One of the values of an enumeration, which C# does not enforce by itself.</summary>
    public void Defined<TEnum>(string code, string property, TEnum value, string fix)
        where TEnum : struct, Enum =>
        Require(Enum.IsDefined(value), code, property, value, string.Join(", ", Enum.GetNames<TEnum>()), fix);

    public void ThrowIfAny(string pattern, Construct scope, string id)
    {
        if (problems.Count == 0)
        {
            return;
        }

        var parent = scope.Node.Path;
        throw new PatternValidationException(pattern, parent.Length == 0 ? id : $"{parent}/{id}", problems);
    }

    private static string Show(object? value) => value switch
    {
        null => "nothing",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "nothing",
    };
}
