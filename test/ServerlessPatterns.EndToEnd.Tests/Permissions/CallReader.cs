using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>Reads from a request which actions on which resources it asks for. What it does not know, no policy allows.</summary>
internal sealed class CallReader(string region, string account)
{
    /// <summary>One call, or the several that a transaction is made of.</summary>
    public IReadOnlyList<RecordedCall> Read(HttpRequest request, string target, ReadOnlySpan<byte> body)
    {
        // Credential=KEY/DATE/REGION/SERVICE/aws4_request
        var authorization = request.Headers.Authorization.ToString();
        var at = authorization.IndexOf("Credential=", StringComparison.Ordinal);
        var scope = at < 0 ? ["", "", "", "unsigned"] : authorization[(at + 11)..].Split('/');
        IEnumerable<(string Action, string Resource)> calls = scope[3] switch
        {
            "s3" => [S3(request, target)],
            "dynamodb" => DynamoDb(request, body),
            "execute-api" => [ExecuteApi(request, target)],
            "sts" => [Sts(body)],
            var other => [($"{other}:unknown", "unknown")],
        };
        return [.. calls.Select(call => new RecordedCall(call.Action, call.Resource, scope[0], $"{request.Method} {target}"))];
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

    // The API stands in the host, which is this machine's here.
    private static (string Action, string Resource) ExecuteApi(HttpRequest request, string target)
    {
        var path = Uri.UnescapeDataString(target).Split('/');
        return path is ["", var stage, "@connections", var connection]
            ? ("execute-api:ManageConnections", $"{stage}/{request.Method}/@connections/{connection}")
            : ("execute-api:unknown", "unknown");
    }

    private static (string Action, string Resource) Sts(ReadOnlySpan<byte> body)
    {
        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body));
        return ($"sts:{form["Action"]}", form.TryGetValue("RoleArn", out var role) ? role.ToString() : "*");
    }

    private IReadOnlyList<(string Action, string Resource)> DynamoDb(HttpRequest request, ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        using var json = JsonDocument.ParseValue(ref reader);
        var action = request.Headers["X-Amz-Target"].ToString().Split('.')[^1];
        if (action != "TransactWriteItems")
        {
            return [Call(action, json.RootElement)];
        }

        // A transaction needs the permission of each of its writes: Put is PutItem.
        return
        [
            .. json.RootElement.GetProperty("TransactItems").EnumerateArray()
                .SelectMany(item => item.EnumerateObject())
                .Select(write => Call(write.Name == "ConditionCheck" ? "ConditionCheckItem" : $"{write.Name}Item", write.Value)),
        ];

        (string Action, string Resource) Call(string name, JsonElement input)
        {
            var table = input.TryGetProperty("TableName", out var given) ? given.GetString() : "unknown";
            return ($"dynamodb:{name}", $"arn:aws:dynamodb:{region}:{account}:table/{table}");
        }
    }
}
