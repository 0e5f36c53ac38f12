using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime;

namespace ChatClient;

/// <summary>A connection to a room of a <c>WebSocketBackend</c>.</summary>
public sealed class ChatConnection : IAsyncDisposable
{
    // What API Gateway sends at most.
    private const int MaxMessageBytes = 128 * 1024;

    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim sending = new(1);
    private readonly byte[] buffer = new byte[MaxMessageBytes];

    private ChatConnection()
    {
    }

    /// <summary>Connects, with a signed request.</summary>
    /// <param name="backend">The address of the backend, its <c>Url</c>.</param>
    /// <param name="room">The room: letters, digits, hyphens, dots and underscores.</param>
    /// <param name="credentials">Who connects.</param>
    /// <param name="region">The backend's region.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The connection.</returns>
    public static async Task<ChatConnection> OpenAsync(
        Uri backend, string room, AWSCredentials credentials, string region, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(backend);
        ArgumentNullException.ThrowIfNull(credentials);
        var address = new UriBuilder(backend) { Query = $"room={Uri.EscapeDataString(room)}" }.Uri;
        var resolved = await credentials.GetCredentialsAsync().ConfigureAwait(false);
        var connection = new ChatConnection();
        foreach (var (name, value) in SignedRequest.Headers(address, resolved, region, "execute-api", DateTimeOffset.UtcNow))
        {
            connection.socket.Options.SetRequestHeader(name, value);
        }

        try
        {
            await connection.socket.ConnectAsync(address, cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Sends a text to everybody else in the room; the answer comes with the messages.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">An id that comes back in the answer, as <c>ref</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>When it is sent.</returns>
    public Task SayAsync(string text, string id, CancellationToken cancellationToken = default) =>
        SendAsync(new JsonObject { ["action"] = "send", ["id"] = id, ["data"] = new JsonObject { ["text"] = text } }, cancellationToken);

    /// <summary>Keeps the connection, which API Gateway ends after ten minutes without a message.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>When it is sent.</returns>
    public Task PingAsync(CancellationToken cancellationToken = default) =>
        SendAsync(new JsonObject { ["action"] = "ping" }, cancellationToken);

    /// <summary>Waits for the next message or answer.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The message; nothing when the connection has ended.</returns>
    public async Task<JsonNode?> ReceiveAsync(CancellationToken cancellationToken = default)
    {
        var length = 0;
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            length += part.Count;
        }
        while (!part.EndOfMessage);

        return part.MessageType == WebSocketMessageType.Close ? null : JsonNode.Parse(buffer.AsSpan(0, length));
    }

    /// <summary>Ends the connection.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>When it has ended.</returns>
    public Task CloseAsync(CancellationToken cancellationToken = default) =>
        socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        sending.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task SendAsync(JsonObject message, CancellationToken cancellationToken)
    {
        // A socket takes one message at a time.
        await sending.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            sending.Release();
        }
    }
}
