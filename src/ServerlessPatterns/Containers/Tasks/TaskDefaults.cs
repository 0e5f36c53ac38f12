namespace ServerlessPatterns;

/// <summary>What a pattern decides about its tasks where the user did not, in plain values.</summary>
internal sealed record TaskDefaults
{
    public required string Description { get; init; }

    public required double Cpu { get; init; }

    public required double MemoryLimitMiB { get; init; }

    /// <summary>ECS's own default is 30 seconds.</summary>
    public double StopTimeoutSeconds { get; init; } = 30;
}
