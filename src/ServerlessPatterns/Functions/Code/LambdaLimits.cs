using System.Globalization;

namespace ServerlessPatterns;

/// <summary>Quotas of Lambda that a package has to keep.</summary>
internal static class LambdaLimits
{
    /// <summary>Lambda's own message: "Unzipped size must be smaller than 262144000 bytes".</summary>
    public const long UnzippedBytes = 262_144_000;

    public static string Megabytes(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_048_576.0:0.0} MB");
}
