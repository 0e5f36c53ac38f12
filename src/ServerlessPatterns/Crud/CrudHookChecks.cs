using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.Apigatewayv2;
using Amazon.CDK.AWS.DynamoDB;
using Constructs;
using StageOptions = Amazon.CDK.AWS.APIGateway.StageOptions;

namespace ServerlessPatterns;

/// <summary>Checks props again after the hooks of the CRUD patterns.</summary>
internal static class CrudHookChecks
{
    public static void ThrowIfBroken(Construct scope, string pattern, CrudApiProps props, TableProps table)
    {
        const string Hook = nameof(props.ConfigureTable);
        var checks = new Checks();
        var sortKeyKept = props.SortKeyName is { } sortKey
            ? IsKey(table.SortKey, sortKey, props.SortKeyType)
            : table.SortKey is null;
        checks.Require(
            IsKey(table.PartitionKey, props.PartitionKeyName, props.PartitionKeyType) && sortKeyKept,
            ErrorCodes.CrudHookBroke,
            $"{Hook}.{nameof(table.PartitionKey)}",
            "another key",
            "the keys that the paths of the API are made of",
            $"Set {nameof(props.PartitionKeyName)} and {nameof(props.SortKeyName)} instead.");
        checks.Require(
            table.TimeToLiveAttribute == props.TimeToLiveAttribute,
            ErrorCodes.CrudHookBroke,
            $"{Hook}.{nameof(table.TimeToLiveAttribute)}",
            table.TimeToLiveAttribute,
            "the attribute that the handler knows",
            $"Set {nameof(props.TimeToLiveAttribute)} instead.");
        checks.Require(
            table.ReplicationRegions is not { Length: > 0 },
            ErrorCodes.CrudHookBroke,
            $"{Hook}.{nameof(table.ReplicationRegions)}",
            "a value",
            "nothing: it would make a custom resource with a function of its own",
            "Make a TableV2 with replicas, and give it as Table.");
        checks.ThrowIfAny(pattern, scope);
    }

    public static void ThrowIfBroken(CrudRestApi pattern, RestApiProps api, StageOptions stage)
    {
        const string Hook = nameof(CrudRestApiProps.ConfigureApi);
        var checks = new Checks();
        checks.Require(
            api.Deploy is true && ReferenceEquals(api.DeployOptions, stage),
            ErrorCodes.CrudHookBroke,
            $"{Hook}.{nameof(api.DeployOptions)}",
            "another deployment",
            "the pattern's own stage, which its logs, alarms and permissions are for",
            $"Change the stage in {nameof(CrudRestApiProps.ConfigureStage)}.");
        checks.Require(
            api.CloudWatchRole is false,
            ErrorCodes.CrudHookBroke,
            $"{Hook}.{nameof(api.CloudWatchRole)}",
            api.CloudWatchRole,
            "false: the role is the account's",
            $"Use {nameof(CrudRestApiProps.AccountLogging)}.");
        checks.Require(
            api.DefaultCorsPreflightOptions is null,
            ErrorCodes.CrudHookBroke,
            $"{Hook}.{nameof(api.DefaultCorsPreflightOptions)}",
            "a value",
            "nothing: the answers of the function need the same headers",
            $"Use {nameof(CrudRestApiProps.Cors)}.");
        checks.ThrowIfAny(nameof(CrudRestApi), pattern);
    }

    public static void ThrowIfBroken(CrudHttpApi pattern, HttpApiProps api)
    {
        var checks = new Checks();
        checks.Require(
            api.CreateDefaultStage is false && api.DefaultIntegration is null,
            ErrorCodes.CrudHookBroke,
            $"{nameof(CrudHttpApiProps.ConfigureApi)}.{nameof(api.CreateDefaultStage)}",
            "a second stage, or a route for everything",
            "the pattern's own stage and routes",
            $"Change the stage in {nameof(CrudHttpApiProps.ConfigureStage)}, and add routes to the pattern's Api.");
        checks.ThrowIfAny(nameof(CrudHttpApi), pattern);
    }

    public static void ThrowIfBroken(CrudHttpApi pattern, HttpStageOptions stage)
    {
        var checks = new Checks();
        checks.Require(
            stage.AutoDeploy is true,
            ErrorCodes.CrudHookBroke,
            $"{nameof(CrudHttpApiProps.ConfigureStage)}.{nameof(stage.AutoDeploy)}",
            stage.AutoDeploy,
            "true: nothing else deploys the routes",
            "Leave it as it is.");
        checks.ThrowIfAny(nameof(CrudHttpApi), pattern);
    }

    private static bool IsKey(Amazon.CDK.AWS.DynamoDB.IAttribute? key, string name, AttributeType type) =>
        key is not null && key.Name == name && key.Type == type;
}
