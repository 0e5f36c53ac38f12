using System.Text.Json.Serialization;

namespace ServerlessPatterns.Events;

/// <summary>A change of an item, and where it comes from.</summary>
public sealed record TableStreamRecord
{
    /// <summary>What was done: <c>INSERT</c>, <c>MODIFY</c> or <c>REMOVE</c>.</summary>
    public required string EventName { get; init; }

    /// <summary>The change.</summary>
    [JsonPropertyName("dynamodb")]
    public required TableStreamChange Change { get; init; }

    /// <summary>The change's own id; the same in every delivery.</summary>
    [JsonPropertyName("eventID")]
    public string? EventId { get; init; }

    /// <summary>The version of the event's form.</summary>
    public string? EventVersion { get; init; }

    /// <summary>Where the record comes from: <c>aws:dynamodb</c>.</summary>
    public string? EventSource { get; init; }

    /// <summary>The ARN of the table's stream.</summary>
    [JsonPropertyName("eventSourceARN")]
    public string? EventSourceArn { get; init; }

    /// <summary>The table's region.</summary>
    public string? AwsRegion { get; init; }

    /// <summary>Who made the change; only there when it was the table itself, for an item that expired.</summary>
    public TableStreamIdentity? UserIdentity { get; init; }

    /// <summary>Whether the item was removed because its time to live was over.</summary>
    [JsonIgnore]
    public bool IsExpiry => UserIdentity is { Type: "Service", PrincipalId: "dynamodb.amazonaws.com" };
}
