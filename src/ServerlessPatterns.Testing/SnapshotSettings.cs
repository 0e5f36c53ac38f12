namespace ServerlessPatterns.Testing;

/// <summary>What the environment asks for.</summary>
internal sealed record SnapshotSettings(bool Update, bool ContinuousIntegration)
{
    public const string UpdateVariable = "UPDATE_SNAPSHOTS";

    public static SnapshotSettings FromEnvironment() => new(IsOn(UpdateVariable), IsOn("CI"));

    private static bool IsOn(string variable) =>
        Environment.GetEnvironmentVariable(variable)?.Trim() is { } value
        && (value == "1" || string.Equals(value, "true", StringComparison.OrdinalIgnoreCase));
}
