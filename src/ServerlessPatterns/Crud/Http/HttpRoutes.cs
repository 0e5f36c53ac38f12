using Amazon.CDK;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Makes the routes of a <see cref="CrudHttpApi"/>.</summary>
internal static class HttpRoutes
{
    public static void Define(CrudHttpApi pattern, CrudHttpApiProps props, ApiAuthorization authorization)
    {
        var integration = new CfnResource(pattern, "Integration", new CfnResourceProps
        {
            Type = "AWS::ApiGatewayV2::Integration",
            Properties = new Dictionary<string, object>
            {
                ["ApiId"] = pattern.Api.ApiId,
                ["IntegrationType"] = "AWS_PROXY",
                ["IntegrationUri"] = pattern.Function.Invoked.FunctionArn,
                ["PayloadFormatVersion"] = "2.0",
            },
        });
        var routes = new Construct(pattern, "Routes");
        foreach (var route in CrudRoute.Of(props))
        {
            new CfnResource(routes, route.Id, new CfnResourceProps
            {
                Type = "AWS::ApiGatewayV2::Route",
                Properties = Properties(pattern, route, props.ResourceName, integration, authorization),
            });
        }
    }

    private static Dictionary<string, object> Properties(
        CrudHttpApi pattern, CrudRoute route, string resourceName, CfnResource integration, ApiAuthorization authorization)
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["ApiId"] = pattern.Api.ApiId,
            ["RouteKey"] = $"{route.Method} {route.Path(resourceName)}",
            ["Target"] = $"integrations/{integration.Ref}",
            ["AuthorizationType"] = authorization.Type,
        };
        if (authorization.Authorizer is { } authorizer)
        {
            properties["AuthorizerId"] = authorizer.Ref;
        }

        if (authorization.Scopes.Count > 0)
        {
            properties["AuthorizationScopes"] = authorization.Scopes.ToArray();
        }

        return properties;
    }
}
