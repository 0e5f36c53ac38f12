namespace ServerlessPatterns.Events;

/// <summary>Which records of a stream Lambda gave up.</summary>
public sealed record FailedBatch
{
    /// <summary>The shard.</summary>
    public string? ShardId { get; init; }

    /// <summary>The sequence number of the first record.</summary>
    public string? StartSequenceNumber { get; init; }

    /// <summary>The sequence number of the last record.</summary>
    public string? EndSequenceNumber { get; init; }

    /// <summary>When the first record arrived.</summary>
    public DateTimeOffset? ApproximateArrivalOfFirstRecord { get; init; }

    /// <summary>When the last record arrived.</summary>
    public DateTimeOffset? ApproximateArrivalOfLastRecord { get; init; }

    /// <summary>How many records they are.</summary>
    public int BatchSize { get; init; }

    /// <summary>The ARN of the stream.</summary>
    public string? StreamArn { get; init; }
}
