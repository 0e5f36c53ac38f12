using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>
/// Stands in for API Gateway, of which the emulator makes nothing: takes connections, calls the deployed function for the
/// routes of the deployed template, and is the management API through which the function answers.
/// </summary>
internal sealed class WebSocketGateway : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Client> clients = new(StringComparer.Ordinal);
    private readonly WebSocketRoutes routes;
    private readonly DeployedStack stack;
    private readonly CallReader reader;
    private LoopbackServer server = null!;

    private WebSocketGateway(DeployedStack stack) =>
        (this.stack, routes, reader) = (stack, WebSocketRoutes.Read(stack), new CallReader(stack.Region, stack.Account));

    public RunningFunction Function { get; set; } = null!;

    public Uri Url => new UriBuilder(server.Address) { Scheme = "ws", Path = routes.Stage }.Uri;

    public Uri ConnectionsUrl => new(server.Address, routes.Stage);

    /// <summary>The API as the policies name it. What the emulator did not make has the name that it gives to nothing.</summary>
    public string ApiArn => $"arn:aws:execute-api:{stack.Region}:{stack.Account}:{Function.Deployed.Environment["CONNECTIONS_URL"]["https://".Length..].Split('.')[0]}";

    public static async Task<WebSocketGateway> StartAsync(DeployedStack stack)
    {
        var gateway = new WebSocketGateway(stack);
        gateway.server = await LoopbackServer.StartAsync(gateway.AnswerAsync);
        return gateway;
    }

    /// <summary>Ends the connections of a user as a network does that goes away: no $disconnect follows.</summary>
    public void Lose(string user)
    {
        foreach (var (id, client) in clients.Where(pair => pair.Value.User == user))
        {
            clients.TryRemove(id, out _);
            client.Socket.Abort();
        }
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        if (http.WebSockets.IsWebSocketRequest)
        {
            await ConnectAsync(http);
            return;
        }

        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        Note(http.Request, target);
        var found = clients.TryGetValue(Uri.UnescapeDataString(target).Split('/')[^1], out var client);
        if (!found || http.Request.Method != "POST")
        {
            http.Response.StatusCode = StatusCodes.Status410Gone;
            http.Response.Headers["x-amzn-ErrorType"] = "GoneException";
            return;
        }

        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        await client!.SendAsync(body.ToArray());
    }

    // In the address that the function was deployed with, the API stands in the host.
    private void Note(HttpRequest request, string target) => Function.Proxy.Note(
    [
        .. reader.Read(request, target, []).Select(call => call with { Resource = $"{ApiArn}/{call.Resource}" }),
    ]);

    private async Task ConnectAsync(HttpContext http)
    {
        // Credential=KEY/DATE/REGION/SERVICE/aws4_request; who may connect is the policies' word, which no emulator has.
        var scope = http.Request.Headers.Authorization.ToString().Split("Credential=") is [_, var credential] ? credential.Split('/') : [];
        if (scope is not [var user, _, _, "execute-api", ..])
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        // Established long enough that its end is believed.
        var events = new WebSocketEvent(routes.Stage, Convert.ToBase64String(RandomNumberGenerator.GetBytes(11)).Replace('/', '_').Replace('+', '-'), DateTimeOffset.UtcNow.AddMinutes(-5));
        var answer = await Function.InvokeAsync(events.Connect(http.Request.Query["room"], user));
        if (answer!["statusCode"]!.GetValue<int>() is not 200 and var status)
        {
            http.Response.StatusCode = status;
            return;
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        using var client = new Client(socket, user);
        clients[events.ConnectionId] = client;
        await ListenAsync(socket, events);
        if (clients.TryRemove(events.ConnectionId, out _))
        {
            await Function.InvokeAsync(events.Disconnect());
        }
    }

    private async Task ListenAsync(WebSocket socket, WebSocketEvent events)
    {
        var buffer = new byte[128 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer, CancellationToken.None) is { MessageType: WebSocketMessageType.Text } received)
            {
                var text = Encoding.UTF8.GetString(buffer, 0, received.Count);
                await Function.InvokeAsync(events.Message(routes.Select(text), text));
            }
        }
        catch (WebSocketException)
        {
            // It was lost.
        }
    }

    private sealed class Client(WebSocket socket, string user) : IDisposable
    {
        private readonly SemaphoreSlim sending = new(1);

        public WebSocket Socket => socket;

        public string User => user;

        public async Task SendAsync(byte[] message)
        {
            await sending.WaitAsync();
            try
            {
                await socket.SendAsync(message, WebSocketMessageType.Text, true, CancellationToken.None);
            }
            finally
            {
                sending.Release();
            }
        }

        public void Dispose() => sending.Dispose();
    }
}

/// <summary>The routes of the deployed template, and how a message finds its own.</summary>
internal sealed record WebSocketRoutes(string Stage, IReadOnlyList<string> Keys, IReadOnlyList<string> ActionPath)
{
    public static WebSocketRoutes Read(DeployedStack stack)
    {
        var expression = Properties("AWS::ApiGatewayV2::Api").Single()["RouteSelectionExpression"]!.GetValue<string>();
        return new(
            Properties("AWS::ApiGatewayV2::Stage").Single()["StageName"]!.GetValue<string>(),
            [.. Properties("AWS::ApiGatewayV2::Route").Select(route => route["RouteKey"]!.GetValue<string>())],
            expression["$request.body.".Length..].Split('.'));

        IEnumerable<JsonNode> Properties(string type) => stack.OfType(type).Select(resource => resource.Value!["Properties"]!);
    }

    public string Select(string message)
    {
        try
        {
            var value = ActionPath.Aggregate(JsonNode.Parse(message), (node, name) => (node as JsonObject)?[name]);
            return value is JsonValue text && text.TryGetValue<string>(out var key) && Keys.Contains(key) ? key : "$default";
        }
        catch (JsonException)
        {
            return "$default";
        }
    }
}
