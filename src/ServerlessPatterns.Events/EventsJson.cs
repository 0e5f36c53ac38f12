using System.Text.Json.Serialization;

namespace ServerlessPatterns.Events;

/// <summary>How the events are read and the answers are written: generated at compile time, without reflection.</summary>
/// <example><c>JsonSerializer.Deserialize(input, EventsJson.Default.WebSocketEvent)</c>.</example>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SqsEvent))]
[JsonSerializable(typeof(KinesisEvent))]
[JsonSerializable(typeof(TableStreamEvent))]
[JsonSerializable(typeof(ScheduledInvocation))]
[JsonSerializable(typeof(EventBridgeEvent))]
[JsonSerializable(typeof(WebSocketEvent))]
[JsonSerializable(typeof(WebSocketResponse))]
[JsonSerializable(typeof(FailedInvocation))]
[JsonSerializable(typeof(BatchResponse))]
[JsonSerializable(typeof(TimeWindowResponse))]
public sealed partial class EventsJson : JsonSerializerContext;
