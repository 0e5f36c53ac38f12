using System.Text.Json.Serialization;

namespace ServerlessPatterns.Events;

/// <summary>What a change did to an item.</summary>
public sealed record TableStreamChange
{
    /// <summary>Where the change stands in its shard: a decimal number of 21 to 40 digits.</summary>
    [JsonPropertyName("SequenceNumber")]
    public required string SequenceNumber { get; init; }

    /// <summary>The item's key.</summary>
    [JsonPropertyName("Keys")]
    public required IReadOnlyDictionary<string, TableStreamValue> Keys { get; init; }

    /// <summary>The item after the change; none when it was removed, or the stream does not carry it.</summary>
    [JsonPropertyName("NewImage")]
    public IReadOnlyDictionary<string, TableStreamValue>? NewImage { get; init; }

    /// <summary>The item before the change; none when it was made, or the stream does not carry it.</summary>
    [JsonPropertyName("OldImage")]
    public IReadOnlyDictionary<string, TableStreamValue>? OldImage { get; init; }

    /// <summary>What the stream carries: <c>NEW_AND_OLD_IMAGES</c> and the like.</summary>
    [JsonPropertyName("StreamViewType")]
    public string? StreamViewType { get; init; }

    /// <summary>When the change was made, to the second; seconds since 1970 in the event.</summary>
    [JsonPropertyName("ApproximateCreationDateTime")]
    [JsonConverter(typeof(EpochSecondsConverter))]
    public DateTimeOffset ApproximateCreationDateTime { get; init; }

    /// <summary>The record's size in bytes.</summary>
    [JsonPropertyName("SizeBytes")]
    public long SizeBytes { get; init; }
}
