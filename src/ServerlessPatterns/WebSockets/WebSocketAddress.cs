using Amazon.CDK;
using Amazon.CDK.AWS.Apigatewayv2;

namespace ServerlessPatterns;

/// <summary>Where a WebSocket API is reached.</summary>
internal static class WebSocketAddress
{
    // The stage has both addresses too, but waits for the routes, which wait for the function that is told them.
    public static (string Url, string ConnectionsUrl) Of(WebSocketApi api, WebSocketBackendProps props)
    {
        if (props.Domain is { } domain)
        {
            // A domain's paths begin with its base path and have no stage.
            return (ApiDomainName.Url(domain, "wss"), ApiDomainName.Url(domain));
        }

        var stack = Stack.Of(api);
        var address = $"{api.ApiId}.execute-api.{stack.Region}.{stack.UrlSuffix}/{props.StageName}";
        return ($"wss://{address}", $"https://{address}");
    }
}
