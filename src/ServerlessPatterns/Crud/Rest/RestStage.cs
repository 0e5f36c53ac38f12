using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.Logs;

namespace ServerlessPatterns;

/// <summary>The API and the one stage of a <see cref="CrudRestApi"/>.</summary>
internal static class RestStage
{
    public static RestApi Define(CrudRestApi pattern, CrudRestApiProps props)
    {
        var stage = new StageOptions
        {
            StageName = "prod",
            TracingEnabled = true,
            MetricsEnabled = true,

            // Errors only: at INFO, or with data trace, bodies and credentials would stand in the log.
            LoggingLevel = MethodLoggingLevel.ERROR,
            DataTraceEnabled = false,
            ThrottlingRateLimit = props.ThrottlingRateLimit,
            ThrottlingBurstLimit = props.ThrottlingBurstLimit,
        };
        props.ConfigureStage?.Invoke(stage);
        var api = new RestApiProps
        {
            RestApiName = ApiName.Of(pattern),
            Description = $"CRUD of {props.ResourceName}",
            EndpointTypes = [EndpointType.REGIONAL],
            DisableExecuteApiEndpoint = props.Domain is not null,

            // The role is the account's, not the API's: see ApiGatewayAccount.
            CloudWatchRole = false,
            Deploy = true,
            DeployOptions = stage,
        };
        props.ConfigureApi?.Invoke(api);
        CrudHookChecks.ThrowIfBroken(pattern, api, stage);

        var made = new RestApi(pattern, "Api", api);

        // Outputs belong to stacks.
        made.Node.TryRemoveChild("Endpoint");
        return made;
    }

    /// <summary>Turns the logs on, which is possible only with the account's role and is best done in groups of our own.</summary>
    public static void Log(CrudRestApi pattern)
    {
        var stage = (CfnStage)pattern.Stage.Node.DefaultChild!;
        if (stage.AccessLogSetting is null)
        {
            foreach (var (name, value) in AccessLog.Setting(pattern.AccessLogGroup, AccessLog.RestFormat))
            {
                stage.AddPropertyOverride($"AccessLogSetting.{name}", value);
            }
        }

        stage.Node.AddDependency(pattern.ExecutionLogGroup);
        if (pattern.Account is { } account)
        {
            stage.Node.AddDependency(account.Account);
        }
    }

    // API Gateway would make it when the first error comes, and keep it for ever.
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
    public static LogGroup DefineExecutionLogs(CrudRestApi pattern, CrudRestApiProps props) => LogGroups.Define(
        pattern,
        "ExecutionLogs",
        props.AccessLogRetention,
        props.EncryptionKey,
        props.RemovalPolicy,
        $"API-Gateway-Execution-Logs_{pattern.Api.RestApiId}/{StageName(pattern)}");

    // The stage's own name is a reference to the stage, which waits for the log group.
    private static string StageName(CrudRestApi pattern) => ((CfnStage)pattern.Stage.Node.DefaultChild!).StageName!;
}
