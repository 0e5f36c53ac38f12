using Amazon.CDK.AWS.Apigatewayv2;

namespace ServerlessPatterns;

/// <summary>The API and the one stage of a <see cref="CrudHttpApi"/>.</summary>
internal static class HttpStageDefinition
{
    public static HttpApi DefineApi(CrudHttpApi pattern, CrudHttpApiProps props)
    {
        var apiProps = new HttpApiProps
        {
            ApiName = ApiName.Of(pattern),
            Description = $"CRUD of {props.ResourceName}",
            CorsPreflight = props.Cors is { } cors ? Preflight(props, cors) : null,
            DisableExecuteApiEndpoint = props.Domain is not null,

            // The stage is made here, with its logs and limits.
            CreateDefaultStage = false,
        };
        props.ConfigureApi?.Invoke(apiProps);
        CrudHookChecks.ThrowIfBroken(pattern, apiProps);
        return new HttpApi(pattern, "Api", apiProps);
    }

    public static HttpStage DefineStage(CrudHttpApi pattern, CrudHttpApiProps props)
    {
        var options = new HttpStageOptions
        {
            StageName = "$default",
            AutoDeploy = true,
            Throttle = new ThrottleSettings { RateLimit = props.ThrottlingRateLimit, BurstLimit = props.ThrottlingBurstLimit },
        };
        props.ConfigureStage?.Invoke(options);
        CrudHookChecks.ThrowIfBroken(pattern, options);

        var stage = pattern.Api.AddStage("Stage", options);
        var resource = (CfnStage)stage.Node.DefaultChild!;

        // The oldest CDK that is supported has no properties for these.
        resource.AddPropertyOverride("DefaultRouteSettings.DetailedMetricsEnabled", true);
        resource.AddPropertyOverride("AccessLogSettings", AccessLog.Setting(pattern.AccessLogGroup, AccessLog.HttpFormat));
        return stage;
    }

    private static CorsPreflightOptions Preflight(CrudHttpApiProps props, ApiCors cors) => new()
    {
        AllowOrigins = [.. cors.AllowOrigins],
        AllowHeaders = [.. cors.AllowHeaders],
        AllowMethods = [.. CrudRoute.Of(props).Select(route => Enum.Parse<CorsHttpMethod>(route.Method)).Distinct()],
        AllowCredentials = cors.AllowCredentials,
        ExposeHeaders = [.. cors.ExposeHeaders],
        MaxAge = cors.MaxAgeOrDefault,
    };
}
