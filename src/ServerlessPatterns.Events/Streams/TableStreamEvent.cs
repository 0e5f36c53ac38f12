using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServerlessPatterns.Events;

/// <summary>A batch of changes of a DynamoDB table, from one shard of its stream.</summary>
/// <remarks>https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html</remarks>
public sealed record TableStreamEvent : ITimeWindowEvent
{
    /// <summary>The changes, in the order of the shard: those of one item are always in one shard.</summary>
    [JsonPropertyName("Records")]
    public IReadOnlyList<TableStreamRecord> Records { get => field ?? []; init; }

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
