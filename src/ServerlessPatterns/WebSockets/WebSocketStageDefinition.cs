using Amazon.CDK.AWS.Apigatewayv2;
using Amazon.CDK.AWS.Logs;

namespace ServerlessPatterns;

/// <summary>The API and the one stage of a <see cref="WebSocketBackend"/>.</summary>
internal static class WebSocketStageDefinition
{
    public static WebSocketApi DefineApi(WebSocketBackend pattern, WebSocketBackendProps props)
    {
        var apiProps = new WebSocketApiProps
        {
            ApiName = ApiName.Of(pattern),
            RouteSelectionExpression = props.RouteSelectionExpression,
        };
        props.ConfigureApi?.Invoke(apiProps);
        WebSocketHookChecks.ThrowIfBroken(pattern, props, apiProps);
        var api = new WebSocketApi(pattern, "Api", apiProps);

        // The L2 construct has no property for it.
        ((CfnApi)api.Node.DefaultChild!).AddPropertyOverride("DisableExecuteApiEndpoint", props.Domain is not null);
        return api;
    }

    // API Gateway would make it when the first error comes, and keep it for ever.
    public static LogGroup DefineExecutionLogs(WebSocketBackend pattern, WebSocketBackendProps props) => LogGroups.Define(
        pattern,
        "ExecutionLogs",
        props.AccessLogRetention,
        props.EncryptionKey,
        props.RemovalPolicy,
        $"/aws/apigateway/{pattern.Api.ApiId}/{props.StageName}");

    public static WebSocketStage DefineStage(WebSocketBackend pattern, WebSocketBackendProps props, WebSocketRoutes routes)
    {
        var stageProps = new WebSocketStageProps
        {
            WebSocketApi = pattern.Api,
            StageName = props.StageName,
            AutoDeploy = true,
            Throttle = new ThrottleSettings { RateLimit = props.ThrottlingRateLimit, BurstLimit = props.ThrottlingBurstLimit },
        };
        props.ConfigureStage?.Invoke(stageProps);
        WebSocketHookChecks.ThrowIfBroken(pattern, props, stageProps);
        var stage = new WebSocketStage(pattern, "Stage", stageProps);
        var resource = (CfnStage)stage.Node.DefaultChild!;

        // The oldest CDK that is supported has no properties for these.
        resource.AddPropertyOverride("DefaultRouteSettings.DetailedMetricsEnabled", true);
        resource.AddPropertyOverride("AccessLogSettings", AccessLog.Setting(pattern.AccessLogGroup, AccessLog.WebSocketFormat));

        // Errors only: at INFO, or with data trace, messages and credentials would stand in the log.
        resource.AddPropertyOverride("DefaultRouteSettings.LoggingLevel", "ERROR");
        resource.AddPropertyOverride("DefaultRouteSettings.DataTraceEnabled", false);
        resource.Node.AddDependency(pattern.ExecutionLogGroup);
        if (pattern.Account is { } account)
        {
            resource.Node.AddDependency(account.Account);
        }

        // Its first deployment then has all routes; a later change of one deploys itself.
        resource.Node.AddDependency(routes.Construct);
        return stage;
    }
}
