using System.Text.Json.Serialization;

namespace ServerlessPatterns.Events;

/// <summary>A record of a stream, and where it comes from.</summary>
public sealed record KinesisRecord
{
    /// <summary>What was put on the stream.</summary>
    public required KinesisData Kinesis { get; init; }

    /// <summary>The shard and the sequence number, with a colon between them.</summary>
    [JsonPropertyName("eventID")]
    public string? EventId { get; init; }

    /// <summary><c>aws:kinesis:record</c>.</summary>
    public string? EventName { get; init; }

    /// <summary>Where the record comes from: <c>aws:kinesis</c>.</summary>
    public string? EventSource { get; init; }

    /// <summary>The version of the event's form.</summary>
    public string? EventVersion { get; init; }

    /// <summary>The ARN of the stream, or of the consumer with enhanced fan-out.</summary>
    [JsonPropertyName("eventSourceARN")]
    public string? EventSourceArn { get; init; }

    /// <summary>The ARN of the role that reads the stream.</summary>
    public string? InvokeIdentityArn { get; init; }

    /// <summary>The stream's region.</summary>
    public string? AwsRegion { get; init; }

    /// <summary>The shard, from <see cref="EventId"/>; none where the event does not say.</summary>
    [JsonIgnore]
    public string? ShardId => EventId?.Split(':') is [var shard, _] ? shard : null;
}
