using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>
/// Events as a WebSocket API hands them to a function.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-mapping-template-reference.html
/// </summary>
internal sealed record WebSocketEvent(string Stage, string ConnectionId, DateTimeOffset ConnectedAt)
{
    public JsonObject Connect(string? room, string user)
    {
        var context = Context("$connect", "CONNECT");
        context["identity"] = new JsonObject { ["sourceIp"] = "192.0.2.1", ["user"] = user, ["userArn"] = $"arn:aws:iam::123456789012:user/{user}" };
        var payload = new JsonObject
        {
            ["headers"] = new JsonObject { ["Host"] = "abc.execute-api.us-east-1.amazonaws.com" },
            ["requestContext"] = context,
            ["isBase64Encoded"] = false,
        };
        if (room is not null)
        {
            payload["queryStringParameters"] = new JsonObject { ["room"] = room };
        }

        return payload;
    }

    public JsonObject Message(string routeKey, string text)
    {
        var context = Context(routeKey, "MESSAGE");
        context["messageId"] = $"{Guid.NewGuid():N}";
        return new() { ["requestContext"] = context, ["body"] = text, ["isBase64Encoded"] = false };
    }

    public JsonObject Disconnect()
    {
        var context = Context("$disconnect", "DISCONNECT");
        context["disconnectStatusCode"] = 1000;
        return new() { ["headers"] = new JsonObject(), ["requestContext"] = context, ["isBase64Encoded"] = false };
    }

    private JsonObject Context(string routeKey, string type) => new()
    {
        ["routeKey"] = routeKey,
        ["eventType"] = type,
        ["extendedRequestId"] = $"{Guid.NewGuid():N}",
        ["requestTimeEpoch"] = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(),
        ["messageDirection"] = "IN",
        ["stage"] = Stage,
        ["connectedAt"] = ConnectedAt.ToUnixTimeMilliseconds(),
        ["connectionId"] = ConnectionId,
        ["apiId"] = "abc",
        ["domainName"] = "abc.execute-api.us-east-1.amazonaws.com",
    };
}
