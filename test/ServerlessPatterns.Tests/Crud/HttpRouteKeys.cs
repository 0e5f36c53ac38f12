namespace ServerlessPatterns.Tests.Crud;

/// <summary>The routes of a synthesised HTTP API, <c>GET /orders</c> and the like.</summary>
internal static class HttpRouteKeys
{
    public static List<string> Of(Synthesized template) =>
    [
        .. template.All("AWS::ApiGatewayV2::Route").Values.Select(route => (string)route["Properties"]!["RouteKey"]!)
            .Order(StringComparer.Ordinal),
    ];
}
