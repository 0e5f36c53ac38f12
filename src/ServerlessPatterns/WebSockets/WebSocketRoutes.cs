using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Makes the routes of a <see cref="WebSocketBackend"/>.</summary>
internal sealed class WebSocketRoutes
{
    private readonly WebSocketBackend pattern;
    private readonly ApiAuthorization authorization;
    private readonly CfnResource integration;
    private readonly Dictionary<string, CfnResource> made = new(StringComparer.Ordinal);

    public WebSocketRoutes(
        WebSocketBackend pattern, WebSocketBackendProps props, ApiAuthorization authorization, WebSocketPermissions permissions)
    {
        this.pattern = pattern;
        this.authorization = authorization;
        Construct = new Construct(pattern, "Routes");
        integration = DefineIntegration(pattern, pattern.Function.Invoked);
        foreach (var route in WebSocketRouteKeys.RoutesOf(props))
        {
            var scope = new Construct(Construct, route.RouteKey);
            made[route.RouteKey] = DefineRoute(scope, route);
            ApiInvocation.Allow(scope, "Permission", route.Function ?? pattern.Function.Invoked, permissions.RouteArn(route.RouteKey));
        }
    }

    /// <summary>What all routes are below.</summary>
    public Construct Construct { get; }

    /// <summary>The routes by their keys.</summary>
    public IReadOnlyDictionary<string, CfnResource> Made => made;

    private CfnResource DefineRoute(Construct scope, WebSocketBackendRoute route)
    {
        var target = route.Function is { } function ? DefineIntegration(scope, function) : integration;

        // API Gateway knows authorization on $connect only: who may not connect has no connection to send on.
        var isConnect = route.RouteKey == WebSocketRouteKeys.Connect;
        var properties = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["ApiId"] = pattern.Api.ApiId,
            ["RouteKey"] = route.RouteKey,
            ["Target"] = $"integrations/{target.Ref}",
            ["AuthorizationType"] = isConnect ? authorization.Type : "NONE",
        };
        if (isConnect && authorization.Authorizer is { } authorizer)
        {
            properties["AuthorizerId"] = authorizer.Ref;
        }

        if (route.ReturnsResponse)
        {
            properties["RouteResponseSelectionExpression"] = WebSocketRouteKeys.Default;
        }

        var resource = new CfnResource(scope, "Route", new CfnResourceProps { Type = "AWS::ApiGatewayV2::Route", Properties = properties });
        if (route.ReturnsResponse)
        {
            new CfnResource(scope, "Response", new CfnResourceProps
            {
                Type = "AWS::ApiGatewayV2::RouteResponse",
                Properties = new Dictionary<string, object>
                {
                    ["ApiId"] = pattern.Api.ApiId,
                    ["RouteId"] = resource.Ref,
                    ["RouteResponseKey"] = WebSocketRouteKeys.Default,
                },
            });
        }

        return resource;
    }

    private CfnResource DefineIntegration(Construct scope, IFunction function) => new(scope, "Integration", new CfnResourceProps
    {
        Type = "AWS::ApiGatewayV2::Integration",
        Properties = new Dictionary<string, object>
        {
            ["ApiId"] = pattern.Api.ApiId,
            ["IntegrationType"] = "AWS_PROXY",
            ["IntegrationUri"] = ApiInvocation.Uri(pattern, function),
        },
    });
}
