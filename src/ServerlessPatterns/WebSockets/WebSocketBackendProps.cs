using Amazon.CDK;
using Amazon.CDK.AWS.Apigatewayv2;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;

namespace ServerlessPatterns;

/// <summary>Props of <see cref="WebSocketBackend"/>.</summary>
public sealed class WebSocketBackendProps
{
    /// <summary>Who may connect.</summary>
    /// <value>
    /// The default value is <see cref="WebSocketAccess.Iam"/>: who signs the request to connect with an identity that is
    /// allowed to.
    /// </value>
    public WebSocketAccess Access { get; init; } = WebSocketAccess.Iam();

    /// <summary>
    /// The routes of messages beside <c>$default</c>, and functions of your own for any route: 300 at most, the three that
    /// are always there included.
    /// </summary>
    /// <value>
    /// The default value is none: all messages take the route <c>$default</c>, where the handler knows the actions
    /// <c>send</c> and <c>ping</c>.
    /// </value>
    public IReadOnlyList<WebSocketBackendRoute> Routes { get; init; } = [];

    /// <summary>Where in a message stands which route it takes: <c>$request.body.</c> and the names of JSON members.</summary>
    /// <value>The default value is <c>$request.body.action</c>.</value>
    public string RouteSelectionExpression { get; init; } = WebSocketDefaults.RouteSelectionExpression;

    /// <summary>The size up to which the handler takes messages, 1 byte to 128 KiB; larger ones are answered with an error.</summary>
    /// <value>The default value is 32 KiB, one frame: longer frames close the connection, and browsers do not split them.</value>
    public Size? MaxMessageSize { get; init; }

    /// <summary>
    /// The table of connections, with the partition key <c>room</c>, the sort key <c>connectionId</c> (strings) and the
    /// time-to-live attribute <c>expiresAt</c>.
    /// </summary>
    /// <value>The default value is a new table: on demand, encrypted, with point-in-time recovery.</value>
    public ITable? Table { get; init; }

    /// <summary>The name of the stage, the last part of the address: 1 to 128 letters, digits, hyphens and underscores.</summary>
    /// <value>The default value is <c>prod</c>.</value>
    public string StageName { get; init; } = WebSocketDefaults.StageName;

    /// <summary>The connections and messages a second that the API accepts from all clients together, 1 to 10,000.</summary>
    /// <value>The default value is 100.</value>
    public double ThrottlingRateLimit { get; init; } = WebSocketDefaults.ThrottlingRateLimit;

    /// <summary>The connections and messages that the API accepts at once, 1 to 5,000.</summary>
    /// <value>The default value is 200.</value>
    public double ThrottlingBurstLimit { get; init; } = WebSocketDefaults.ThrottlingBurstLimit;

    /// <summary>A domain name of your own; the API then has no other.</summary>
    /// <value>The default value is none: the API has the name that API Gateway gives it.</value>
    public ApiDomain? Domain { get; init; }

    /// <summary>How long the access logs and API Gateway's own logs are kept.</summary>
    /// <value>The default value is 30 days (<c>ONE_MONTH</c>).</value>
    public RetentionDays AccessLogRetention { get; init; } = RetentionDays.ONE_MONTH;

    /// <summary>Where the role comes from with which API Gateway writes the logs of all REST and WebSocket APIs of the account.</summary>
    /// <value>The default value is <see cref="ApiAccountLogging.Managed"/>: a role that the stack makes, and that stays.</value>
    public ApiAccountLogging AccountLogging { get; init; }

    /// <summary>A function of your own in place of the one made here; it is never reconfigured.</summary>
    /// <value>The default value is a new function.</value>
    public IFunction? Function { get; init; }

    /// <summary>What the function made here runs and how.</summary>
    /// <value>The default value is the handler that ships with the pattern, 1,024 MiB and 25 seconds.</value>
    public FunctionSettings FunctionSettings { get; init; } = new();

    /// <summary>The key that encrypts table and logs made here.</summary>
    /// <value>The default value is none: keys that the services own, at no cost.</value>
    public IKey? EncryptionKey { get; init; }

    /// <summary>What becomes of table and logs made here when the stack goes.</summary>
    /// <value>The default value is <c>RETAIN_ON_UPDATE_OR_DELETE</c>.</value>
    public RemovalPolicy RemovalPolicy { get; init; } = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;

    /// <summary>The alarms.</summary>
    /// <value>The default value is all alarms, with no action.</value>
    public MonitoringOptions Monitoring { get; init; } = new();

    /// <summary>Called with the props of the function right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<FunctionProps>? ConfigureFunction { get; init; }

    /// <summary>Called with the props of the table right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<TableProps>? ConfigureTable { get; init; }

    /// <summary>Called with the props of the API right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<WebSocketApiProps>? ConfigureApi { get; init; }

    /// <summary>Called with the props of the stage right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<WebSocketStageProps>? ConfigureStage { get; init; }
}
