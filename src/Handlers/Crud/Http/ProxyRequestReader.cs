using System.Text;
using System.Text.Json;

namespace ServerlessPatterns.Handlers.Crud.Http;

/// <summary>Reads a proxy event of either payload format.</summary>
internal static class ProxyRequestReader
{
    public static ProxyRequest Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // InvalidOperationException is what half a surrogate pair in a text of the event gives.
            throw new ProblemException(Problem.BadRequest("The event is not a request that API Gateway sends."), exception);
        }
    }

    private static ProxyRequest Read(JsonElement @event)
    {
        var context = @event.Child("requestContext");
        var isHttp = @event.Text("version") == "2.0";
        var method = isHttp ? context.Child("http").Text("method") : @event.Text("httpMethod");
        var path = @event.Text(isHttp ? "rawPath" : "path");
        if (string.IsNullOrEmpty(method) || path is not ['/', ..])
        {
            throw new FormatException("The event has no method or no path.");
        }

        return new ProxyRequest
        {
            Format = isHttp ? PayloadFormat.Http : PayloadFormat.Rest,
            RequestId = context.Text("requestId") ?? "",
            Method = method,
            VisiblePath = isHttp ? path : context.Text("path") ?? path,
            Segments = isHttp ? ProxyPath.ReadHttp(@event, path, context.Text("stage")) : ProxyPath.ReadRest(@event, path),
            Headers = ReadHeaders(@event),
            Query = isHttp ? ReadRawQuery(@event.Text("rawQueryString") ?? "") : ReadQuery(@event),
            Body = ReadBody(@event),
        };
    }

    private static Dictionary<string, string> ReadHeaders(JsonElement @event)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in @event.Child("headers").Texts())
        {
            headers[name] = value;
        }

        foreach (var (name, values) in @event.Child("multiValueHeaders").TextLists())
        {
            headers[name] = string.Join(", ", values);
        }

        return headers;
    }

    /// <summary>REST APIs have decoded the parameters already.</summary>
    private static Dictionary<string, IReadOnlyList<string>> ReadQuery(JsonElement @event)
    {
        var query = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (name, value) in @event.Child("queryStringParameters").Texts())
        {
            query[name] = [value];
        }

        foreach (var (name, values) in @event.Child("multiValueQueryStringParameters").TextLists())
        {
            query[name] = values;
        }

        return query;
    }

    /// <summary>HTTP APIs also have decoded parameters, but join several values with commas.</summary>
    private static Dictionary<string, IReadOnlyList<string>> ReadRawQuery(string text)
    {
        var query = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Replace('+', ' ').Split('=', 2);
            var name = ProxyPath.Decode(parts[0]);
            var value = parts.Length < 2 ? "" : ProxyPath.Decode(parts[1]);
            query[name] = query.TryGetValue(name, out var before) ? [.. before, value] : [value];
        }

        return query;
    }

    private static byte[] ReadBody(JsonElement @event)
    {
        var body = @event.Text("body") ?? "";
        return @event.Flag("isBase64Encoded") ? Convert.FromBase64String(body) : Encoding.UTF8.GetBytes(body);
    }
}
