using Amazon.CDK.AWS.Apigatewayv2;
using Amazon.CDK.AWS.DynamoDB;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Checks props again after the hooks of a <see cref="WebSocketBackend"/>.</summary>
internal static class WebSocketHookChecks
{
    public static void ThrowIfBroken(Construct pattern, TableProps table)
    {
        const string Hook = nameof(WebSocketBackendProps.ConfigureTable);
        var checks = new Checks();
        checks.Require(
            IsText(table.PartitionKey, WebSocketConnectionTable.PartitionKey) && IsText(table.SortKey, WebSocketConnectionTable.SortKey),
            ErrorCodes.WebSocketHookBroke,
            $"{Hook}.{nameof(table.PartitionKey)}",
            "another key",
            "the keys that the handler knows",
            "Change the hook, and add an index to the pattern's TableResource where you need one.");
        checks.Require(
            table.TimeToLiveAttribute == WebSocketConnectionTable.TimeToLiveAttribute,
            ErrorCodes.WebSocketHookBroke,
            $"{Hook}.{nameof(table.TimeToLiveAttribute)}",
            table.TimeToLiveAttribute,
            "the attribute that the handler writes, or lost connections would stay for ever",
            "Change the hook.");
        checks.Require(
            table.ReplicationRegions is not { Length: > 0 },
            ErrorCodes.WebSocketHookBroke,
            $"{Hook}.{nameof(table.ReplicationRegions)}",
            "a value",
            "nothing: it would make a custom resource with a function of its own, and a connection lives in one region",
            "Change the hook.");
        checks.ThrowIfAny(nameof(WebSocketBackend), pattern);
    }

    public static void ThrowIfBroken(Construct pattern, WebSocketBackendProps props, WebSocketApiProps api)
    {
        const string Hook = nameof(WebSocketBackendProps.ConfigureApi);
        var checks = new Checks();
        checks.Require(
            api.ConnectRouteOptions is null && api.DisconnectRouteOptions is null && api.DefaultRouteOptions is null,
            ErrorCodes.WebSocketHookBroke,
            $"{Hook}.{nameof(api.DefaultRouteOptions)}",
            "routes beside those of the pattern",
            "nothing: the pattern's routes have its access, permissions and deployment",
            $"Use {nameof(props.Routes)}.");
        checks.Require(
            api.RouteSelectionExpression == props.RouteSelectionExpression,
            ErrorCodes.WebSocketHookBroke,
            $"{Hook}.{nameof(api.RouteSelectionExpression)}",
            api.RouteSelectionExpression,
            "the expression that the handler knows",
            $"Set {nameof(props.RouteSelectionExpression)} instead.");
        checks.ThrowIfAny(nameof(WebSocketBackend), pattern);
    }

    public static void ThrowIfBroken(WebSocketBackend pattern, WebSocketBackendProps props, WebSocketStageProps stage)
    {
        const string Hook = nameof(WebSocketBackendProps.ConfigureStage);
        var checks = new Checks();
        checks.Require(
            stage.AutoDeploy is true,
            ErrorCodes.WebSocketHookBroke,
            $"{Hook}.{nameof(stage.AutoDeploy)}",
            stage.AutoDeploy,
            "true: nothing else deploys the routes",
            "Leave it as it is.");
        checks.Require(
            stage.StageName == props.StageName && ReferenceEquals(stage.WebSocketApi, pattern.Api),
            ErrorCodes.WebSocketHookBroke,
            $"{Hook}.{nameof(stage.StageName)}",
            Checks.Quote(stage.StageName),
            "the name and the API that permissions, logs, alarms and the handler know",
            $"Set {nameof(props.StageName)} instead.");
        checks.Require(
            stage.DomainMapping is null,
            ErrorCodes.WebSocketHookBroke,
            $"{Hook}.{nameof(stage.DomainMapping)}",
            "a domain",
            "nothing: the handler sends through the domain that it was told",
            $"Set {nameof(props.Domain)} instead.");
        checks.ThrowIfAny(nameof(WebSocketBackend), pattern);
    }

    private static bool IsText(Amazon.CDK.AWS.DynamoDB.IAttribute? key, string name) =>
        key is not null && key.Name == name && key.Type == AttributeType.STRING;
}
