using System.Text.Json.Serialization;

namespace ServerlessPatterns.Events;

/// <summary>An attribute of an item; of its members one is set, and named as DynamoDB names the type.</summary>
/// <remarks>https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_AttributeValue.html</remarks>
public sealed record TableStreamValue
{
    /// <summary>A text.</summary>
    [JsonPropertyName("S")]
    public string? S { get; init; }

    /// <summary>A number, as text: it may have 38 digits.</summary>
    [JsonPropertyName("N")]
    public string? N { get; init; }

    /// <summary>Bytes; base64 in the event.</summary>
    [JsonPropertyName("B")]
    public ReadOnlyMemory<byte>? B { get; init; }

    /// <summary>True or false.</summary>
    [JsonPropertyName("BOOL")]
    public bool? BOOL { get; init; }

    /// <summary>Whether the attribute is null.</summary>
    [JsonPropertyName("NULL")]
    public bool? NULL { get; init; }

    /// <summary>A set of texts.</summary>
    [JsonPropertyName("SS")]
    public IReadOnlyList<string>? SS { get; init; }

    /// <summary>A set of numbers, as texts.</summary>
    [JsonPropertyName("NS")]
    public IReadOnlyList<string>? NS { get; init; }

    /// <summary>A set of bytes.</summary>
    [JsonPropertyName("BS")]
    public IReadOnlyList<ReadOnlyMemory<byte>>? BS { get; init; }

    /// <summary>A map.</summary>
    [JsonPropertyName("M")]
    public IReadOnlyDictionary<string, TableStreamValue>? M { get; init; }

    /// <summary>A list.</summary>
    [JsonPropertyName("L")]
    public IReadOnlyList<TableStreamValue>? L { get; init; }
}
