using Amazon.CDK;

namespace ServerlessPatterns;

/// <summary>The numbers of an event source mapping of a stream, before and after the hook.</summary>
internal sealed record StreamLimits
{
    public double? BatchSize { get; init; }

    public Duration? MaxBatchingWindow { get; init; }

    public double? ParallelizationFactor { get; init; }

    public Duration? TumblingWindow { get; init; }

    public double? RetryAttempts { get; init; }

    public Duration? MaxRecordAge { get; init; }

    /// <summary>How long the kind of stream keeps records at most: nothing is given up later.</summary>
    public required double MostSeconds { get; init; }
}
