using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServerlessPatterns.Events;

/// <summary>A batch of records of one shard of a stream.</summary>
/// <remarks>https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html</remarks>
public sealed record KinesisEvent : ITimeWindowEvent
{
    /// <summary>The records, in the order of the shard.</summary>
    [JsonPropertyName("Records")]
    public IReadOnlyList<KinesisRecord> Records { get => field ?? []; init; }

    /// <inheritdoc/>
    public TimeWindow? Window { get; init; }

    /// <inheritdoc/>
    public JsonElement? State { get; init; }

    /// <inheritdoc/>
    public string? ShardId { get; init; }

    /// <inheritdoc/>
    [JsonPropertyName("eventSourceARN")]
    public string? EventSourceArn { get; init; }

    /// <inheritdoc/>
    public bool IsFinalInvokeForWindow { get; init; }

    /// <inheritdoc/>
    public bool IsWindowTerminatedEarly { get; init; }
}
