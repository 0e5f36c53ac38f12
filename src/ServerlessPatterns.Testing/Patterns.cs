using System.Text.RegularExpressions;

namespace ServerlessPatterns.Testing;

internal static partial class Patterns
{
    /// <summary>An asset's hash. A digest that is pinned (<c>sha256:</c>) is a setting, and no asset.</summary>
    [GeneratedRegex("(?<!sha256:|[0-9a-f])[0-9a-f]{64}(?![0-9a-f])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    public static partial Regex Hash();

    /// <summary>The logical id of a Lambda version or an API deployment: it ends in a hash of what it stands for.</summary>
    [GeneratedRegex("^(?<id>.+)[0-9a-f]{32}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    public static partial Regex HashedLogicalId();

    /// <summary>What an asset's hash becomes in a snapshot.</summary>
    [GeneratedRegex("(?<![A-Za-z0-9])Asset(?<number>[1-9][0-9]*)(?![A-Za-z0-9])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    public static partial Regex AssetNumber();
}
