using System.Text;
using System.Text.Json.Nodes;

namespace ServerlessPatterns.Handlers.Crud.Tests.Support;

/// <summary>A request to the resource <c>orders</c>, and the event that API Gateway makes of it.</summary>
internal sealed record ApiRequest(string Method, params string[] Keys)
{
    public const string RequestId = "f3b1c0de-0000-4000-8000-000000000001";

    public string? Body { get; init; }

    public bool IsBase64 { get; init; }

    public string? ContentType { get; init; }

    public Dictionary<string, string> Headers { get; init; } = [];

    public (string Name, string Value)[] Query { get; init; } = [];

    /// <summary>Whether the gateway has a route for it, or passes on what matches none.</summary>
    public bool IsRouted { get; init; } = true;

    public string Stage { get; init; } = "prod";

    public JsonObject ToEvent(string version) => version == "2.0" ? ToHttpEvent() : ToRestEvent();

    private JsonObject ToRestEvent()
    {
        var path = "/orders" + string.Concat(Keys.Select(key => "/" + Uri.EscapeDataString(key)));
        return new JsonObject
        {
            ["resource"] = IsRouted ? Template() : "/{proxy+}",
            ["path"] = path,
            ["httpMethod"] = Method,
            ["headers"] = ToObject(AllHeaders()),
            ["multiValueHeaders"] = new JsonObject(AllHeaders().Select(header => KeyValuePair.Create(header.Key, (JsonNode?)new JsonArray(header.Value)))),
            ["queryStringParameters"] = Query.Length == 0 ? null : ToObject(Query.GroupBy(pair => pair.Name, pair => pair.Value).Select(group => KeyValuePair.Create(group.Key, group.Last()))),
            ["multiValueQueryStringParameters"] = Query.Length == 0 ? null : new JsonObject(
                Query.GroupBy(pair => pair.Name, pair => pair.Value).Select(group => KeyValuePair.Create(group.Key, (JsonNode?)new JsonArray([.. group])))),
            ["pathParameters"] = IsRouted && Keys.Length > 0 ? Parameters(Uri.EscapeDataString) : null,
            ["stageVariables"] = null,
            ["requestContext"] = new JsonObject { ["requestId"] = RequestId, ["stage"] = Stage, ["path"] = $"/{Stage}{path}", ["httpMethod"] = Method },
            ["body"] = EncodedBody(),
            ["isBase64Encoded"] = IsBase64,
        };
    }

    private JsonObject ToHttpEvent()
    {
        var path = (Stage == "$default" ? "" : $"/{Stage}") + "/orders" + string.Concat(Keys.Select(key => "/" + key));
        var @event = new JsonObject
        {
            ["version"] = "2.0",
            ["routeKey"] = IsRouted ? $"{Method} {Template()}" : "$default",
            ["rawPath"] = path,
            ["rawQueryString"] = string.Join('&', Query.Select(pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Value)}")),
            ["cookies"] = new JsonArray("theme=dark"),
            ["headers"] = ToObject(AllHeaders().Select(header => KeyValuePair.Create(header.Key.ToLowerInvariant(), header.Value))),
            ["requestContext"] = new JsonObject
            {
                ["requestId"] = RequestId,
                ["stage"] = Stage,
                ["http"] = new JsonObject { ["method"] = Method, ["path"] = path, ["protocol"] = "HTTP/1.1" },
            },
            ["isBase64Encoded"] = IsBase64,
        };
        if (IsRouted && Keys.Length > 0)
        {
            @event["pathParameters"] = Parameters(key => key);
        }

        if (Body is not null)
        {
            @event["body"] = EncodedBody();
        }

        return @event;
    }

    private string Template() => "/orders" + (Keys.Length > 0 ? "/{id}" : "") + (Keys.Length > 1 ? "/{sort}" : "");

    private JsonObject Parameters(Func<string, string> encode) =>
        ToObject(Keys.Zip(["id", "sort"]).Select(pair => KeyValuePair.Create(pair.Second, encode(pair.First))));

    private IEnumerable<KeyValuePair<string, string>> AllHeaders()
    {
        var contentType = ContentType ?? (Body is null ? null : Method == "PATCH" ? "application/merge-patch+json" : "application/json");
        return contentType is null ? Headers : Headers.Append(KeyValuePair.Create("Content-Type", contentType));
    }

    private string? EncodedBody() => IsBase64 && Body is not null ? Convert.ToBase64String(Encoding.UTF8.GetBytes(Body)) : Body;

    private static JsonObject ToObject(IEnumerable<KeyValuePair<string, string>> pairs) =>
        new(pairs.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
}
