namespace ServerlessPatterns.Events;

/// <summary>A connect, a disconnect or a message of a WebSocket API.</summary>
/// <remarks>https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-mapping-template-reference.html</remarks>
public sealed record WebSocketEvent
{
    /// <summary>The connection, the route and the caller.</summary>
    public required WebSocketRequestContext RequestContext { get; init; }

    /// <summary>The headers of the connect request; none with a message.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>The same, with all values of each header.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? MultiValueHeaders { get; init; }

    /// <summary>The query of the connect request; none with a message.</summary>
    public IReadOnlyDictionary<string, string>? QueryStringParameters { get; init; }

    /// <summary>The same, with all values of each parameter.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? MultiValueQueryStringParameters { get; init; }

    /// <summary>The variables of the stage.</summary>
    public IReadOnlyDictionary<string, string>? StageVariables { get; init; }

    /// <summary>The message; none with a connect or a disconnect.</summary>
    public string? Body { get; init; }

    /// <summary>Whether the message is binary, and its body base64.</summary>
    public bool IsBase64Encoded { get; init; }
}
