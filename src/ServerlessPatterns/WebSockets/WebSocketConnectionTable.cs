namespace ServerlessPatterns;

/// <summary>
/// The names in the connection table of a <see cref="WebSocketBackend"/>. Each connection has two items: one below the
/// name of its room, and one below <c>@</c> and its own id, which says what room that is.
/// </summary>
public static class WebSocketConnectionTable
{
    /// <summary>The partition key, a string: the name of a room, or <c>@</c> and the id of a connection.</summary>
    public const string PartitionKey = "room";

    /// <summary>The sort key, a string: the id of the connection.</summary>
    public const string SortKey = "connectionId";

    /// <summary>The attribute, in seconds since 1970, after which DynamoDB deletes an item.</summary>
    public const string TimeToLiveAttribute = "expiresAt";
}
