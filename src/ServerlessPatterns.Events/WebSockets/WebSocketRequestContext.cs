using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServerlessPatterns.Events;

/// <summary>Where an event of a WebSocket API comes from.</summary>
public sealed record WebSocketRequestContext
{
    /// <summary>The connection: what a message is posted to.</summary>
    public required string ConnectionId { get; init; }

    /// <summary>The route: <c>$connect</c>, <c>$disconnect</c>, <c>$default</c> or one of your own.</summary>
    public required string RouteKey { get; init; }

    /// <summary><c>CONNECT</c>, <c>MESSAGE</c> or <c>DISCONNECT</c>.</summary>
    public string? EventType { get; init; }

    /// <summary>The stage, which is part of the address that messages are posted to.</summary>
    public string? Stage { get; init; }

    /// <summary>The host name of the API, which is part of the address that messages are posted to.</summary>
    public string? DomainName { get; init; }

    /// <summary>The id of the API.</summary>
    public string? ApiId { get; init; }

    /// <summary>The id of the request.</summary>
    public string? RequestId { get; init; }

    /// <summary>The id of the request in API Gateway's own logs.</summary>
    public string? ExtendedRequestId { get; init; }

    /// <summary>The id of the message; none with a connect or a disconnect.</summary>
    public string? MessageId { get; init; }

    /// <summary><c>IN</c>.</summary>
    public string? MessageDirection { get; init; }

    /// <summary>When the client connected, in milliseconds since 1970.</summary>
    public long ConnectedAt { get; init; }

    /// <summary>When the event came, in milliseconds since 1970.</summary>
    public long RequestTimeEpoch { get; init; }

    /// <summary>The status code of the close, with a disconnect.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public int? DisconnectStatusCode { get; init; }

    /// <summary>The reason of the close, with a disconnect.</summary>
    public string? DisconnectReason { get; init; }

    /// <summary>Who the client is.</summary>
    public WebSocketIdentity? Identity { get; init; }

    /// <summary>What the authorizer of the connect request says of the client, its <c>principalId</c> included.</summary>
    public JsonElement? Authorizer { get; init; }
}
