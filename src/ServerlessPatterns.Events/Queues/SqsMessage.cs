using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ServerlessPatterns.Events;

/// <summary>A message of a queue.</summary>
public sealed record SqsMessage
{
    /// <summary>The id that the queue gave the message; the same in every delivery.</summary>
    public required string MessageId { get; init; }

    /// <summary>The handle of this delivery.</summary>
    public string ReceiptHandle { get => field ?? ""; init; }

    /// <summary>The body, as it was sent.</summary>
    public required string Body { get; init; }

    /// <summary>What the queue says of the message. All values are texts, numbers and times too.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get => field ?? Empty.Texts; init; }

    /// <summary>What the sender says of the message beside its body.</summary>
    public IReadOnlyDictionary<string, SqsMessageAttribute> MessageAttributes { get => field ?? Empty.Attributes; init; }

    /// <summary>The MD5 digest of the body, in hexadecimal digits.</summary>
    public string? Md5OfBody { get; init; }

    /// <summary>The MD5 digest of the message attributes; none when there are none.</summary>
    public string? Md5OfMessageAttributes { get; init; }

    /// <summary>Where the record comes from: <c>aws:sqs</c>.</summary>
    public string? EventSource { get; init; }

    /// <summary>The ARN of the queue.</summary>
    [JsonPropertyName("eventSourceARN")]
    public string? EventSourceArn { get; init; }

    /// <summary>The queue's region.</summary>
    public string? AwsRegion { get; init; }

    /// <summary>How often the message was received, this time included; 1 where the event does not say.</summary>
    [JsonIgnore]
    public int ApproximateReceiveCount =>
        Attributes.TryGetValue("ApproximateReceiveCount", out var text) ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : 1;

    /// <summary>When the message was sent, to the millisecond; none where the event does not say.</summary>
    [JsonIgnore]
    public DateTimeOffset? SentTimestamp => Attributes.TryGetValue("SentTimestamp", out var text)
        ? DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture))
        : null;

    /// <summary>The message's group. A FIFO queue always has one; a standard queue may, for fair queues.</summary>
    [JsonIgnore]
    public string? MessageGroupId => Attributes.GetValueOrDefault("MessageGroupId");

    /// <summary>What a FIFO queue takes two messages for the same by.</summary>
    [JsonIgnore]
    public string? MessageDeduplicationId => Attributes.GetValueOrDefault("MessageDeduplicationId");

    /// <summary>Where the message stands in a FIFO queue, as a number of 20 digits.</summary>
    [JsonIgnore]
    public string? SequenceNumber => Attributes.GetValueOrDefault("SequenceNumber");

    /// <summary>Reads the body as JSON.</summary>
    /// <typeparam name="T">What the body is.</typeparam>
    /// <param name="type">How it is read: a member of a <see cref="JsonSerializerContext"/> of yours.</param>
    /// <returns>The value, which is never null.</returns>
    /// <exception cref="JsonException">The body is not JSON, or not of this type.</exception>
    public T ReadBody<T>(JsonTypeInfo<T> type)
        where T : notnull =>
        JsonExtensions.Require(JsonSerializer.Deserialize(Body, type));

    private static class Empty
    {
        public static readonly IReadOnlyDictionary<string, string> Texts = new Dictionary<string, string>(StringComparer.Ordinal);
        public static readonly IReadOnlyDictionary<string, SqsMessageAttribute> Attributes = new Dictionary<string, SqsMessageAttribute>(StringComparer.Ordinal);
    }
}
