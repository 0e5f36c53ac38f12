using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ServerlessPatterns.Events;

/// <summary>
/// What Lambda writes to the failure destination of a stream for a batch that it gave up: an object of the bucket has
/// the whole event, and can be processed again.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html</remarks>
public sealed record FailedInvocation
{
    /// <summary>The request.</summary>
    public FailedRequest? RequestContext { get; init; }

    /// <summary>The function's last answer; none when it was not reached.</summary>
    public FailedResponse? ResponseContext { get; init; }

    /// <summary>The version of the record's form.</summary>
    public string? Version { get; init; }

    /// <summary>When the record was written.</summary>
    public DateTimeOffset Timestamp { get; init; }

    /// <summary>Which records they are, when the source is a Kinesis stream.</summary>
    [JsonPropertyName("KinesisBatchInfo")]
    public FailedBatch? KinesisBatchInfo { get; init; }

    /// <summary>Which records they are, when the source is a table's stream.</summary>
    [JsonPropertyName("DDBStreamBatchInfo")]
    public FailedBatch? TableStreamBatchInfo { get; init; }

    /// <summary>The event; only in a bucket.</summary>
    public JsonElement? Payload { get; init; }

    /// <summary>The event as the function got it, to give it to the handler again.</summary>
    /// <typeparam name="T"><see cref="KinesisEvent"/> or <see cref="TableStreamEvent"/>.</typeparam>
    /// <param name="type">Its member of <see cref="EventsJson.Default"/>.</param>
    /// <returns>The event.</returns>
    /// <exception cref="JsonException">There is no event, or it is not of this type.</exception>
    public T ReadPayload<T>(JsonTypeInfo<T> type)
        where T : notnull => Payload switch
        {
            { ValueKind: JsonValueKind.String } text => JsonExtensions.Require(JsonSerializer.Deserialize(text.GetString()!, type)),
            { ValueKind: JsonValueKind.Object } payload => payload.Read(type),
            _ => throw new JsonException("The record has no payload: only a bucket gets it."),
        };
}
