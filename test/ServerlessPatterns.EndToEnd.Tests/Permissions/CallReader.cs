using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>Reads from a request which actions on which resources it asks for. What it does not know, no policy allows.</summary>
internal sealed class CallReader(string region, string account)
{
    public IEnumerable<RecordedCall> Read(HttpRequest request, string target, ReadOnlySpan<byte> body)
    {
        // Credential=KEY/DATE/REGION/SERVICE/aws4_request
        var authorization = request.Headers.Authorization.ToString();
        var at = authorization.IndexOf("Credential=", StringComparison.Ordinal);
        var scope = at < 0 ? ["", "", "", "unsigned"] : authorization[(at + 11)..].Split('/');
        IEnumerable<(string Action, string Resource)> calls = scope[3] switch
        {
            "s3" => [S3(request, target)],
            "dynamodb" => DynamoDb(request, body),
            var other => [($"{other}:unknown", "unknown")],
        };
        return calls.Select(call => new RecordedCall(call.Action, call.Resource, scope[0], $"{request.Method} {target}"));
    }

    private static (string Action, string Resource) S3(HttpRequest request, string target)
    {
        var path = Uri.UnescapeDataString(target.Split('?')[0]).TrimStart('/');
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var isObject = slash >= 0 && slash < path.Length - 1;
        var resource = $"arn:aws:s3:::{path.TrimEnd(isObject ? '\0' : '/')}";
        var version = request.Query.ContainsKey("versionId") ? "Version" : string.Empty;
        string[] known = ["x-id", "versionId", "list-type", "prefix", "start-after", "continuation-token", "max-keys", "encoding-type", "partNumber"];
        var plain = request.Query.Keys.All(known.Contains);
        var action = (request.Method, isObject, plain) switch
        {
            ("GET" or "HEAD", true, true) => $"GetObject{version}",
            ("PUT", true, true) when !request.Headers.Keys.Any(IsAnotherAction) => "PutObject",
            ("DELETE", true, true) => $"DeleteObject{version}",
            ("GET" or "HEAD", false, true) => "ListBucket",
            _ => "unknown",
        };
        return ($"s3:{action}", resource);
    }

    // A copy, a tag, an ACL or a lock each ask for permissions of their own.
    private static bool IsAnotherAction(string header) =>
        header.StartsWith("x-amz-copy", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("x-amz-tagging", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("x-amz-acl", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("x-amz-grant", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("x-amz-object-lock", StringComparison.OrdinalIgnoreCase);

    private List<(string Action, string Resource)> DynamoDb(HttpRequest request, ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        using var json = JsonDocument.ParseValue(ref reader);
        var action = request.Headers["X-Amz-Target"].ToString().Split('.')[^1];
        if (action != "TransactWriteItems")
        {
            return [($"dynamodb:{action}", Table(json.RootElement))];
        }

        // Each write asks for what it would ask for by itself.
        // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html
        return [.. json.RootElement.GetProperty("TransactItems").EnumerateArray().SelectMany(item => item.EnumerateObject())
            .Select(write => ($"dynamodb:{(write.Name == "ConditionCheck" ? "ConditionCheckItem" : $"{write.Name}Item")}", Table(write.Value)))];
    }

    private string Table(JsonElement request) =>
        $"arn:aws:dynamodb:{region}:{account}:table/{(request.TryGetProperty("TableName", out var name) ? name.GetString() : "unknown")}";
}
