using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>
/// Events as a REST API hands them to a function.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
/// </summary>
internal static class RestApiEvent
{
    public static JsonObject Create(DeployedApi api, DeployedStack stack, ApiMethod method, ApiCall call, string requestId)
    {
        var parameters = method.Match(call.Path).ShouldNotBeNull();
        var headers = call.AllHeaders.Append(("Host", $"{api.Id}.execute-api.{stack.Region}.amazonaws.com")).ToArray();
        return new()
        {
            ["resource"] = method.Path,
            ["path"] = call.Path,
            ["httpMethod"] = call.Method,
            ["headers"] = Single(headers),
            ["multiValueHeaders"] = Multiple(headers),
            ["queryStringParameters"] = call.Query.Length == 0 ? null : Single(call.Query),
            ["multiValueQueryStringParameters"] = call.Query.Length == 0 ? null : Multiple(call.Query),
            ["pathParameters"] = parameters.Count == 0 ? null : parameters,
            ["stageVariables"] = null,
            ["requestContext"] = Context(api, stack, method, call, requestId),
            ["body"] = call.Body,
            ["isBase64Encoded"] = false,
        };
    }

    private static JsonObject Context(DeployedApi api, DeployedStack stack, ApiMethod method, ApiCall call, string requestId) => new()
    {
        ["accountId"] = stack.Account,
        ["apiId"] = api.Id,
        ["domainName"] = $"{api.Id}.execute-api.{stack.Region}.amazonaws.com",
        ["domainPrefix"] = api.Id,
        ["extendedRequestId"] = "JKJaXmPLvHcESHA=",
        ["httpMethod"] = call.Method,
        ["identity"] = new JsonObject
        {
            ["accountId"] = stack.Account,
            ["caller"] = "AROACKCEVSQ6C2EXAMPLE:caller",
            ["sourceIp"] = "192.0.2.1",
            ["userArn"] = $"arn:aws:sts::{stack.Account}:assumed-role/Caller/caller",
            ["userAgent"] = "end-to-end",
        },
        ["path"] = $"/{api.Stage}{call.Path}",
        ["protocol"] = "HTTP/1.1",
        ["requestId"] = requestId,
        ["requestTime"] = "21/Nov/2026:05:30:00 +0000",
        ["requestTimeEpoch"] = 1795239000000,
        ["resourceId"] = method.ResourceId,
        ["resourcePath"] = method.Path,
        ["stage"] = api.Stage,
    };

    private static JsonObject Single(IEnumerable<(string Name, string Value)> pairs) => new(
        pairs.GroupBy(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal).Select(group => KeyValuePair.Create(group.Key, (JsonNode?)group.Last())));

    private static JsonObject Multiple(IEnumerable<(string Name, string Value)> pairs) => new(
        pairs.GroupBy(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal)
            .Select(group => KeyValuePair.Create(group.Key, (JsonNode?)new JsonArray([.. group.Select(value => (JsonNode)value)]))));
}
