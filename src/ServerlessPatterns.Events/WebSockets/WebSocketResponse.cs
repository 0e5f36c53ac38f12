namespace ServerlessPatterns.Events;

/// <summary>
/// The answer to an event of a WebSocket API. To a connect, a status below 300 accepts the client and any other refuses
/// it; with a route response, the body goes back to the client.
/// </summary>
/// <param name="StatusCode">The status.</param>
/// <param name="Body">The body.</param>
public sealed record WebSocketResponse(int StatusCode, string? Body = null)
{
    /// <summary>Headers of the answer to a connect.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }
}
