using System.Globalization;
using Amazon.CDK.AWS.APIGateway;

namespace ServerlessPatterns;

/// <summary>
/// What API Gateway answers before the function is asked, in the format of the function's own problems (RFC 9457).
/// </summary>
internal static class RestGatewayResponses
{
    private const string Message = "$context.error.messageString";

    public static void Define(RestApi api, ApiCors? cors)
    {
        Add(api, cors, "ClientError", ResponseType_.DEFAULT_4XX, null, "\"$context.error.responseType\"", Message);
        Add(api, cors, "ServerError", ResponseType_.DEFAULT_5XX, null, "\"$context.error.responseType\"", Message);

        // API Gateway tells an unknown path from an unsigned request no more than this.
        Add(api, cors, "NoRoute", ResponseType_.MISSING_AUTHENTICATION_TOKEN, 403, "\"Forbidden\"", "\"There is no such path or method, or the request is not signed.\"");
        Add(api, cors, "BadBody", ResponseType_.BAD_REQUEST_BODY, 400, "\"Bad Request\"", "\"The body does not match the schema of the items.\"");
        Add(api, cors, "TooLarge", ResponseType_.REQUEST_TOO_LARGE, 413, "\"Content Too Large\"", "\"The request is larger than the API takes.\"");
        Add(api, cors, "Throttled", ResponseType_.THROTTLED, 429, "\"Too Many Requests\"", "\"The API takes no more requests at the moment.\"", retryAfter: true);
    }

    private static void Add(
        RestApi api, ApiCors? cors, string id, ResponseType_ type, int? status, string title, string detail, bool retryAfter = false)
    {
        var code = status?.ToString(CultureInfo.InvariantCulture);
        var statusMember = code is null ? string.Empty : $"\"status\":{code},";
        api.AddGatewayResponse(id, new GatewayResponseOptions
        {
            Type = type,
            StatusCode = code,
            ResponseHeaders = Headers(cors, retryAfter),
            Templates = new Dictionary<string, string>
            {
                ["application/json"] = $$"""{"type":"about:blank","title":{{title}},{{statusMember}}"detail":{{detail}},"requestId":"$context.requestId"}""",
            },
        });
    }

    private static Dictionary<string, string> Headers(ApiCors? cors, bool retryAfter)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Content-Type"] = "'application/problem+json'" };
        if (retryAfter)
        {
            headers["Retry-After"] = "'1'";
        }

        if (cors is null)
        {
            return headers;
        }

        // A static header cannot follow the origin of a request. These answers hold nothing of the items, so that
        // everybody may read them where several origins may read those.
        var origin = cors.AllowOrigins.Count == 1 ? cors.AllowOrigins[0] : "*";
        headers["Access-Control-Allow-Origin"] = $"'{origin}'";
        headers["Access-Control-Expose-Headers"] = $"'{string.Join(',', cors.ExposeHeaders)}'";
        if (cors.AllowCredentials && cors.AllowOrigins.Count == 1)
        {
            headers["Access-Control-Allow-Credentials"] = "'true'";
        }

        return headers;
    }
}
