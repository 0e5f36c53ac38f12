using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace ServerlessPatterns.Handlers.Crud.Tests.Support;

/// <summary>Compares JSON by value: numbers exactly, however they are written, and members in any order.</summary>
internal static class JsonValues
{
    public static bool Equal(string left, string right)
    {
        using var one = JsonDocument.Parse(left);
        using var other = JsonDocument.Parse(right);
        return Equal(one.RootElement, other.RootElement);
    }

    private static bool Equal(JsonElement left, JsonElement right) => left.ValueKind == right.ValueKind && left.ValueKind switch
    {
        JsonValueKind.Object => left.EnumerateObject().Count() == right.EnumerateObject().Count()
            && left.EnumerateObject().All(member => right.TryGetProperty(member.Name, out var value) && Equal(member.Value, value)),
        JsonValueKind.Array => left.GetArrayLength() == right.GetArrayLength()
            && left.EnumerateArray().Zip(right.EnumerateArray()).All(pair => Equal(pair.First, pair.Second)),
        JsonValueKind.String => left.GetString() == right.GetString(),
        JsonValueKind.Number => Number(left.GetRawText()) == Number(right.GetRawText()),
        _ => true,
    };

    /// <summary>Not the handler's way to read a number, on purpose.</summary>
    private static (BigInteger Coefficient, BigInteger Exponent) Number(string text)
    {
        var parts = text.Split('e', 'E');
        var exponent = parts.Length > 1 ? BigInteger.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        exponent -= point < 0 ? 0 : parts[0].Length - point - 1;
        var coefficient = BigInteger.Parse(parts[0].Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        if (coefficient.IsZero)
        {
            return default;
        }

        while (coefficient % 10 == 0)
        {
            coefficient /= 10;
            exponent++;
        }

        return (coefficient, exponent);
    }
}
