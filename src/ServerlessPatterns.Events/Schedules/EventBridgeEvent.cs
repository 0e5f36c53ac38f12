using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ServerlessPatterns.Events;

/// <summary>
/// An event of EventBridge: from a rule, or from a schedule that has no input of its own.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html</remarks>
public sealed record EventBridgeEvent
{
    /// <summary>The id of the event; the same in every delivery.</summary>
    public required string Id { get; init; }

    /// <summary>What happened, as in <c>Object Created</c>.</summary>
    [JsonPropertyName("detail-type")]
    public required string DetailType { get; init; }

    /// <summary>Who says so, as in <c>aws.s3</c>.</summary>
    public required string Source { get; init; }

    /// <summary>When it happened, to the second.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>The version of the event's form.</summary>
    public string? Version { get; init; }

    /// <summary>The account of the event.</summary>
    public string? Account { get; init; }

    /// <summary>The region of the event.</summary>
    public string? Region { get; init; }

    /// <summary>The ARNs of what the event is about.</summary>
    public IReadOnlyList<string> Resources { get => field ?? []; init; }

    /// <summary>What the source says of it; a schedule without input says the text <c>{}</c>.</summary>
    public JsonElement Detail { get; init; }

    /// <summary>Reads the detail.</summary>
    /// <typeparam name="T">What the detail is.</typeparam>
    /// <param name="type">How it is read: a member of a <see cref="JsonSerializerContext"/> of yours.</param>
    /// <returns>The detail, which is never null.</returns>
    /// <exception cref="JsonException">The detail is not of this type.</exception>
    public T ReadDetail<T>(JsonTypeInfo<T> type)
        where T : notnull =>
        Detail.Read(type);
}
