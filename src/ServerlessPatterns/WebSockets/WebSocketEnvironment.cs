namespace ServerlessPatterns;

/// <summary>
/// The environment variables through which <see cref="WebSocketBackend"/> tells its function what to do. A handler of
/// your own reads the same ones.
/// </summary>
public static class WebSocketEnvironment
{
    /// <summary>The name of the connection table.</summary>
    public const string TableName = "TABLE_NAME";

    /// <summary>The address of the stage's management API, with which messages are sent to connections.</summary>
    public const string ConnectionsUrl = "CONNECTIONS_URL";

    /// <summary>Where in a message its action stands, such as <c>action</c> or <c>header.action</c>.</summary>
    public const string ActionPath = "ACTION_PATH";

    /// <summary>The actions whose messages go to everybody else in the sender's room, separated by commas.</summary>
    public const string BroadcastActions = "BROADCAST_ACTIONS";

    /// <summary>The most bytes that a message from a client may have.</summary>
    public const string MaxMessageBytes = "MAX_MESSAGE_BYTES";
}
