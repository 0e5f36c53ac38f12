using System.Text.Json.Serialization;

namespace ServerlessPatterns.Events;

/// <summary>A batch of messages of a queue.</summary>
/// <remarks>https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html</remarks>
public sealed record SqsEvent
{
    /// <summary>The messages.</summary>
    [JsonPropertyName("Records")]
    public IReadOnlyList<SqsMessage> Records { get => field ?? []; init; }
}
