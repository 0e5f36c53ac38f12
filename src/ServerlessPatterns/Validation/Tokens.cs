using System.Globalization;
using Amazon.CDK;

namespace ServerlessPatterns;

/// <summary>
/// Tells the CDK's placeholders for values that are known only at deployment, without a call into the CDK for each.
/// </summary>
internal static class Tokens
{
    /// <summary>The CDK encodes number tokens as doubles near <c>-1.8881545897087626e+289</c>.</summary>
    public static bool IsUnresolved(double value) => value < -1e288;

    /// <summary>The CDK encodes string tokens as <c>${Token[NAME.123]}</c>.</summary>
    public static bool IsUnresolved(string value) => value.Contains("${Token[", StringComparison.Ordinal);

    /// <summary>A whole number as text, or what becomes one at deployment.</summary>
    public static string Text(double value) =>
        IsUnresolved(value) ? Token.AsString(value) : value.ToString("0", CultureInfo.InvariantCulture);
}
