using Amazon.CDK.AWS.APIGateway;

namespace ServerlessPatterns;

/// <summary>Makes the paths and methods of a <see cref="CrudRestApi"/>.</summary>
internal static class RestMethods
{
    private static readonly string[] PathIds = ["Path", "PathId", "PathSort"];

    public static void Define(CrudRestApi pattern, CrudRestApiProps props, ApiAuthorization authorization, RestValidation? validation)
    {
        var routes = CrudRoute.Of(props);
        var paths = DefinePaths(pattern, props, routes.Max(route => route.Keys) + 1);
        var integration = new Integration(new IntegrationProps
        {
            Type = IntegrationType.AWS_PROXY,
            IntegrationHttpMethod = "POST",
            Uri = ApiInvocation.Uri(pattern, pattern.Function.Invoked),
        });
        foreach (var route in routes)
        {
            var method = paths[route.Keys].AddMethod(route.Method, integration, new MethodOptions
            {
                AuthorizationType = AuthorizationTypeOf(authorization),
                AuthorizationScopes = authorization.Scopes.Count > 0 ? [.. authorization.Scopes] : null,
                ApiKeyRequired = props.UsagePlan is not null,
            });
            var resource = (CfnMethod)method.Node.DefaultChild!;
            if (authorization.Authorizer is { } authorizer)
            {
                resource.AddPropertyOverride("AuthorizerId", authorizer.Ref);
            }

            validation?.Apply(route, resource);
        }

        if (props.Cors is { } cors)
        {
            AddPreflight(paths, routes, cors);
        }
    }

    private static List<Resource> DefinePaths(CrudRestApi pattern, CrudRestApiProps props, int count)
    {
        List<Resource> paths = [];
        foreach (var (part, id) in new[] { props.ResourceName, "{id}", "{sort}" }.Zip(PathIds).Take(count))
        {
            paths.Add(new Resource(pattern, id, new ResourceProps
            {
                Parent = paths.Count == 0 ? pattern.Api.Root : paths[^1],
                PathPart = part,
            }));
        }

        return paths;
    }

    private static AuthorizationType AuthorizationTypeOf(ApiAuthorization authorization) => authorization.Type switch
    {
        "AWS_IAM" => AuthorizationType.IAM,
        "COGNITO_USER_POOLS" => AuthorizationType.COGNITO,
        "CUSTOM" => AuthorizationType.CUSTOM,
        _ => AuthorizationType.NONE,
    };

    private static void AddPreflight(List<Resource> paths, IReadOnlyList<CrudRoute> routes, ApiCors cors)
    {
        for (var keys = 0; keys < paths.Count; keys++)
        {
            string[] methods = [.. routes.Where(route => route.Keys == keys).Select(route => route.Method)];
            if (methods.Length == 0)
            {
                continue;
            }

            paths[keys].AddCorsPreflight(new CorsOptions
            {
                AllowOrigins = [.. cors.AllowOrigins],
                AllowHeaders = [.. cors.AllowHeaders],
                AllowMethods = methods,
                AllowCredentials = cors.AllowCredentials,
                MaxAge = cors.MaxAgeOrDefault,
            });
        }
    }
}
