using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.Apigatewayv2;
using Amazon.CDK.AWS.DynamoDB;
using Constructs;
using StageOptions = Amazon.CDK.AWS.APIGateway.StageOptions;

namespace ServerlessPatterns;

/// <summary>Checks again what the hooks of the CRUD patterns may have changed.</summary>
internal static class CrudHookChecks
{
    public static void ThrowIfBroken(Construct scope, string pattern, CrudApiProps props, TableProps table)
    {
        var sortKeyKept = props.SortKeyName is { } sortKey
            ? IsKey(table.SortKey, sortKey, props.SortKeyType)
            : table.SortKey is null;
        Require(
            IsKey(table.PartitionKey, props.PartitionKeyName, props.PartitionKeyType) && sortKeyKept,
            scope,
            pattern,
            $"{nameof(props.ConfigureTable)}.PartitionKey",
            "another key",
            "the keys that the paths of the API are made of",
            $"Set {nameof(props.PartitionKeyName)} and {nameof(props.SortKeyName)} instead.");
    }

    public static void ThrowIfBroken(Construct scope, RestApiProps api, StageOptions stage)
    {
        Require(
            api.Deploy is true && ReferenceEquals(api.DeployOptions, stage),
            scope,
            nameof(CrudRestApi),
            $"{nameof(CrudRestApiProps.ConfigureApi)}.DeployOptions",
            "another deployment",
            "the pattern's own stage, which its logs, alarms and permissions are for",
            $"Change the stage in {nameof(CrudRestApiProps.ConfigureStage)}.");
        Require(
            api.CloudWatchRole is false,
            scope,
            nameof(CrudRestApi),
            $"{nameof(CrudRestApiProps.ConfigureApi)}.CloudWatchRole",
            "a role of the API",
            "none here: the role is the account's",
            $"Use {nameof(CrudRestApiProps.AccountLogging)}.");
    }

    public static void ThrowIfBroken(Construct scope, HttpApiProps api) => Require(
        api.CreateDefaultStage is false && api.DefaultIntegration is null,
        scope,
        nameof(CrudHttpApi),
        $"{nameof(CrudHttpApiProps.ConfigureApi)}.CreateDefaultStage",
        "a second stage, or a route for everything",
        "the pattern's own stage and routes",
        $"Change the stage in {nameof(CrudHttpApiProps.ConfigureStage)}, and add routes to the pattern's Api.");

    public static void ThrowIfBroken(Construct scope, HttpStageOptions stage) => Require(
        stage.AutoDeploy is true,
        scope,
        nameof(CrudHttpApi),
        $"{nameof(CrudHttpApiProps.ConfigureStage)}.AutoDeploy",
        false,
        "true: nothing else deploys the routes",
        "Leave it as it is.");

    private static bool IsKey(Amazon.CDK.AWS.DynamoDB.IAttribute? key, string name, AttributeType type) =>
        key is not null && key.Name == name && key.Type == type;

    private static void Require(bool holds, Construct scope, string pattern, string property, object value, string allowed, string fix)
    {
        var checks = new Checks();
        checks.Require(holds, ErrorCodes.CrudHookBroke, property, value, allowed, fix);
        checks.ThrowIfAny(pattern, scope, string.Empty);
    }
}
