using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>
/// Events as an HTTP API hands them to a function, in version 2.0.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
/// </summary>
internal static class HttpApiEvent
{
    public static JsonObject Create(DeployedApi api, DeployedStack stack, ApiMethod route, ApiCall call, string requestId)
    {
        // Unlike a REST API, it decodes the path and its parameters.
        var path = Uri.UnescapeDataString(call.Path);
        var parameters = route.Match(call.Path).ShouldNotBeNull();
        var domain = $"{api.Id}.execute-api.{stack.Region}.amazonaws.com";
        var payload = new JsonObject
        {
            ["version"] = "2.0",
            ["routeKey"] = $"{route.HttpMethod} {route.Path}",
            ["rawPath"] = path,
            ["rawQueryString"] = string.Join('&', call.Query.Select(pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Value)}")),
            ["headers"] = Combine(call.AllHeaders.Append(("Host", domain)).Select(header => (header.Item1.ToLowerInvariant(), header.Item2))),
            ["requestContext"] = new JsonObject
            {
                ["accountId"] = stack.Account,
                ["apiId"] = api.Id,
                ["authorizer"] = new JsonObject
                {
                    ["iam"] = new JsonObject
                    {
                        ["accountId"] = stack.Account,
                        ["callerId"] = "AROACKCEVSQ6C2EXAMPLE:caller",
                        ["userArn"] = $"arn:aws:sts::{stack.Account}:assumed-role/Caller/caller",
                    },
                },
                ["domainName"] = domain,
                ["domainPrefix"] = api.Id,
                ["http"] = new JsonObject
                {
                    ["method"] = call.Method,
                    ["path"] = path,
                    ["protocol"] = "HTTP/1.1",
                    ["sourceIp"] = "192.0.2.1",
                    ["userAgent"] = "end-to-end",
                },
                ["requestId"] = requestId,
                ["routeKey"] = $"{route.HttpMethod} {route.Path}",
                ["stage"] = api.Stage,
                ["time"] = "21/Nov/2026:05:30:00 +0000",
                ["timeEpoch"] = 1795239000000,
            },
            ["isBase64Encoded"] = false,
        };

        // What there is none of is left out, where a REST API says null.
        if (call.Query.Length > 0)
        {
            payload["queryStringParameters"] = Combine(call.Query);
        }

        if (parameters.Count > 0)
        {
            payload["pathParameters"] = new JsonObject(parameters.Select(pair =>
                KeyValuePair.Create(pair.Key, (JsonNode?)Uri.UnescapeDataString(pair.Value!.GetValue<string>()))));
        }

        if (call.Body is not null)
        {
            payload["body"] = call.Body;
        }

        return payload;
    }

    private static JsonObject Combine(IEnumerable<(string Name, string Value)> pairs) => new(
        pairs.GroupBy(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal)
            .Select(group => KeyValuePair.Create(group.Key, (JsonNode?)string.Join(',', group))));
}
