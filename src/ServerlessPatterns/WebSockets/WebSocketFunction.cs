using System.Globalization;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.Lambda;

namespace ServerlessPatterns;

/// <summary>What a <see cref="WebSocketBackend"/> asks of its function.</summary>
internal static class WebSocketFunction
{
    public static FunctionRequest Request(WebSocketBackendProps props, ITable table, string connectionsUrl) =>
        Request(props, Environment(props, table.TableName, connectionsUrl, isCheck: false));

    /// <summary>For the checks, which come before there are names: they are as long as they can be.</summary>
    public static FunctionRequest RequestWithoutNames(WebSocketBackendProps props) =>
        Request(props, Environment(props, new string('x', 255), new string('x', 255), isCheck: true));

    private static FunctionRequest Request(WebSocketBackendProps props, IReadOnlyDictionary<string, string> environment) => new()
    {
        Given = props.Function,
        Settings = props.FunctionSettings,
        Defaults = new FunctionDefaults
        {
            Code = FunctionCode.FromBundle("websocket.zip", new Runtime("nodejs24.x", RuntimeFamily.NODEJS), "index.handler"),
            Description = "Keeps the connections of a WebSocket API and sends messages to them",
            MemorySize = WebSocketDefaults.MemorySize,
            TimeoutSeconds = WebSocketDefaults.TimeoutSeconds,
        },
        Environment = environment,
        RemovalPolicy = props.RemovalPolicy,
        EncryptionKey = props.EncryptionKey,
        Configure = props.ConfigureFunction,
    };

    private static Dictionary<string, string> Environment(
        WebSocketBackendProps props, string tableName, string connectionsUrl, bool isCheck)
    {
        var maxMessageSize = props.MaxMessageSize ?? WebSocketDefaults.MaxMessageSize;
        return new(StringComparer.Ordinal)
        {
            [WebSocketEnvironment.TableName] = tableName,
            [WebSocketEnvironment.ConnectionsUrl] = connectionsUrl,
            [WebSocketEnvironment.ActionPath] = WebSocketRouteKeys.ActionPath(props.RouteSelectionExpression) ?? string.Empty,
            [WebSocketEnvironment.BroadcastActions] = string.Join(',', BroadcastActions(props)),
            [WebSocketEnvironment.MaxMessageBytes] = isCheck && maxMessageSize.IsUnresolved()
                ? WebSocketDefaults.MaxMessageBytes.ToString(CultureInfo.InvariantCulture)
                : Tokens.Text(maxMessageSize.ToBytes()),
        };
    }

    private static IEnumerable<string> BroadcastActions(WebSocketBackendProps props) => props.Routes
        .Where(route => route.Function is null && !WebSocketRouteKeys.IsPredefined(route.RouteKey))
        .Select(route => route.RouteKey)
        .DefaultIfEmpty(WebSocketDefaults.BroadcastAction);
}
