using System.Globalization;
using System.Text;

namespace ServerlessPatterns.Handlers.Crud.Items;

/// <summary>
/// Brings decimal numbers into one form, without ever rounding them: DynamoDB keeps 38 significant digits from 1E-130
/// to 9.99E+125.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html</remarks>
internal static class DynamoNumber
{
    public const int MaxDigits = 38;

    private const int LeastMagnitude = -130;
    private const int MostMagnitude = 125;
    private const int LeastPlainMagnitude = -7;
    private const int ExponentBound = 100_000_000;

    public static NumberProblem Normalize(ReadOnlySpan<char> text, out string number)
    {
        number = "";
        var negative = text is ['-', ..];
        var rest = negative ? text[1..] : text;
        var mark = rest.IndexOfAny('e', 'E');
        var mantissa = mark < 0 ? rest : rest[..mark];
        var exponent = 0;
        if (!TryReadDigits(mantissa, out var digits, out var scale) || (mark >= 0 && !TryReadExponent(rest[(mark + 1)..], out exponent)))
        {
            return NumberProblem.NotANumber;
        }

        if (digits.Length == 0)
        {
            number = "0";
            return NumberProblem.None;
        }

        var power = exponent - scale;
        var magnitude = power + digits.Length - 1;
        var significant = digits.TrimEnd('0');
        power += digits.Length - significant.Length;
        if (significant.Length > MaxDigits)
        {
            return NumberProblem.TooManyDigits;
        }

        if (magnitude is < LeastMagnitude or > MostMagnitude)
        {
            return NumberProblem.OutOfRange;
        }

        number = Format(negative, significant, power, magnitude);
        return NumberProblem.None;
    }

    private static bool TryReadDigits(ReadOnlySpan<char> mantissa, out string digits, out int scale)
    {
        var point = mantissa.IndexOf('.');
        scale = point < 0 ? 0 : mantissa.Length - point - 1;
        digits = "";
        var whole = point < 0 ? mantissa : mantissa[..point];
        var fraction = point < 0 ? [] : mantissa[(point + 1)..];
        if (whole.IsEmpty || (point >= 0 && fraction.IsEmpty) || whole.ContainsAnyExceptInRange('0', '9') || fraction.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        digits = string.Concat(whole, fraction).TrimStart('0');
        return true;
    }

    /// <summary>An exponent that no digits of a body could bring back into range ends at the bound.</summary>
    private static bool TryReadExponent(ReadOnlySpan<char> text, out int exponent)
    {
        exponent = 0;
        var negative = text is ['-', ..];
        var digits = text is ['-' or '+', ..] ? text[1..] : text;
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        foreach (var digit in digits)
        {
            exponent = Math.Min(ExponentBound, (exponent * 10) + (digit - '0'));
        }

        exponent = negative ? -exponent : exponent;
        return true;
    }

    private static string Format(bool negative, string digits, int power, int magnitude)
    {
        var text = new StringBuilder(negative ? "-" : "");
        if (power >= 0 && magnitude < MaxDigits)
        {
            return text.Append(digits).Append('0', power).ToString();
        }

        if (power < 0 && magnitude >= 0)
        {
            return text.Append(digits).Insert(text.Length + power, '.').ToString();
        }

        if (magnitude is < 0 and >= LeastPlainMagnitude)
        {
            return text.Append("0.").Append('0', -magnitude - 1).Append(digits).ToString();
        }

        text.Append(digits[0]);
        if (digits.Length > 1)
        {
            text.Append('.').Append(digits, 1, digits.Length - 1);
        }

        return text.Append(CultureInfo.InvariantCulture, $"E{magnitude:+0;-0}").ToString();
    }
}
