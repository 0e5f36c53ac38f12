using System.Text.Json;
using Amazon.CDK;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace ServerlessPatterns;

/// <summary>The access log of an API: a JSON object a request or message, without anything of the body or of the credentials.</summary>
internal static class AccessLog
{
    /// <summary>https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html</summary>
    public static string RestFormat { get; } = RequestFormat(
        "resourcePath", "identity.caller", "identity.apiKeyId", "wafResponseCode", "extendedRequestId", "xrayTraceId");

    /// <summary>https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html</summary>
    public static string HttpFormat { get; } = RequestFormat("routeKey", "identity.caller", "authorizer.error");

    /// <summary>https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-logging.html</summary>
    public static string WebSocketFormat { get; } = Format(
    [
        "requestId", "requestTime", "eventType", "routeKey", "connectionId", "messageId", "status", "integrationLatency",
        "integrationStatus", "identity.sourceIp", "identity.userAgent", "identity.caller", "authorizer.principalId",
        "authorizer.error", "error.responseType",
    ]);

    /// <summary>The part of a stage's properties that turns the log on.</summary>
    public static Dictionary<string, object> Setting(LogGroup logGroup, string format) => new(StringComparer.Ordinal)
    {
        // The group's own ARN ends in a star that is not part of its name.
        ["DestinationArn"] = Stack.Of(logGroup).FormatArn(new ArnComponents
        {
            Service = "logs",
            Resource = "log-group",
            ResourceName = logGroup.LogGroupName,
            ArnFormat = ArnFormat.COLON_RESOURCE_NAME,
        }),
        ["Format"] = format,
    };

    /// <summary>
    /// A name that HTTP APIs need: under this prefix their permission to write costs no room in the account's log policy.
    /// The stack's UUID keeps a stack that is made again apart from the logs that the first one left.
    /// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html
    /// </summary>
    public static string VendedName(Construct scope)
    {
        var stack = Stack.Of(scope);
        return $"/aws/vendedlogs/http-apis/{Names.UniqueId(scope)}-{Fn.Select(2, Fn.Split("/", stack.StackId))}";
    }

    private static string RequestFormat(params string[] variables)
    {
        string[] common =
        [
            "requestId", "requestTime", "httpMethod", "path", "status", "protocol", "responseLength", "responseLatency",
            "integrationLatency", "integrationStatus", "identity.sourceIp", "identity.userAgent", "error.responseType",
        ];
        return Format(common.Concat(variables));
    }

    private static string Format(IEnumerable<string> variables) =>
        JsonSerializer.Serialize(variables.ToDictionary(Name, variable => $"$context.{variable}", StringComparer.Ordinal));

    private static string Name(string variable)
    {
        var parts = variable.Split('.');
        return parts.Length == 1 ? variable : parts[0] switch
        {
            "identity" => parts[1],
            _ => $"{parts[0]}{char.ToUpperInvariant(parts[1][0])}{parts[1][1..]}",
        };
    }
}
