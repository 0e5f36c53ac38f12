namespace ServerlessPatterns;

/// <content>The codes of <see cref="WebSocketBackend"/>.</content>
internal static partial class ErrorCodes
{
    public const string WebSocketRouteKey = "SP2601";
    public const string WebSocketRouteTwice = "SP2602";
    public const string WebSocketRouteCount = "SP2603";
    public const string WebSocketSelection = "SP2604";
    public const string WebSocketStageName = "SP2605";
    public const string WebSocketMessageSize = "SP2606";
    public const string WebSocketGivenAndSet = "SP2607";
    public const string WebSocketIdentitySource = "SP2608";
    public const string WebSocketResponse = "SP2609";
    public const string WebSocketHookBroke = "SP2610";
}
