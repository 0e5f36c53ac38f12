namespace ServerlessPatterns;

/// <summary>Values that the CDK only knows at deployment.</summary>
internal static class Tokens
{
    /// <summary>Looks at the text itself: asking the CDK would be a call to its Node process.</summary>
    public static bool IsUnresolved(string value) => value.Contains("${Token[", StringComparison.Ordinal);
}
