using System.Diagnostics.CodeAnalysis;
using Amazon.CDK;
using Amazon.CDK.AWS.Apigatewayv2;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace ServerlessPatterns;

/// <summary>
/// A WebSocket API whose clients send each other messages: API Gateway, Lambda, and a DynamoDB table of who is connected.
/// See docs/patterns/websocket-backend.md.
/// </summary>
public sealed class WebSocketBackend : Construct
{
    private readonly WebSocketPermissions permissions;
    private readonly WebSocketMetrics metrics;

    /// <summary>Makes the backend.</summary>
    /// <param name="scope">The stack or construct that it belongs to.</param>
    /// <param name="id">Its id there.</param>
    /// <param name="props">What differs from the defaults.</param>
    /// <exception cref="PatternValidationException">The props cannot work; the message lists every problem.</exception>
    public WebSocketBackend(Construct scope, string id, WebSocketBackendProps? props = null)
        : base(scope, id)
    {
        props ??= new WebSocketBackendProps();
        WebSocketChecks.ThrowIfInvalid(scope, id, props);
        PinnedFlags.Pin(this);

        var alarms = new PatternAlarms(new Construct(this, "Alarms"), props.Monitoring);
        Api = WebSocketStageDefinition.DefineApi(this, props);
        (Url, ConnectionsUrl) = WebSocketAddress.Of(Api, props);
        permissions = new WebSocketPermissions(this, Api.ApiId, props.StageName);

        TableResource = props.Table is null ? WebSocketTable.Define(this, props) : null;
        Table = props.Table ?? TableResource!;
        var request = WebSocketFunction.Request(props, Table, ConnectionsUrl);
        Environment = request.Environment;
        Function = new PatternFunction(this, "Function", request, alarms);
        permissions.Grant(this, isDefaultHandler: props.Function is null && props.FunctionSettings.Code is null);
        ApiTimeout.WarnIfOutlasted(this, Function, "a connection or message that takes longer fails for its client");

        var authorization = props.Access.Define(this, Api.ApiId);
        Authorizer = authorization.Authorizer;
        var routes = new WebSocketRoutes(this, props, authorization, permissions);
        Routes = routes.Made;

        Account = props.AccountLogging == ApiAccountLogging.Managed ? ApiGatewayAccount.Of(this) : null;
        AccessLogGroup = LogGroups.Define(this, "AccessLogs", props.AccessLogRetention, props.EncryptionKey, props.RemovalPolicy);
        ExecutionLogGroup = WebSocketStageDefinition.DefineExecutionLogs(this, props);
        Stage = WebSocketStageDefinition.DefineStage(this, props, routes);

        var domainName = props.Domain is { } domain ? new ApiDomainName(this, domain, Api.ApiId, props.StageName) : null;
        domainName?.Mapping.Node.AddDependency(Stage);
        Domain = domainName?.Resource;

        metrics = new WebSocketMetrics(Api.ApiId, props.StageName);
        WebSocketAlarms.Add(metrics, alarms);
        TableAlarms.Add(Table, alarms, WebSocketPermissions.Calls, "nobody can connect, and messages are answered with errors until it is over.");
        Alarms = alarms.Made;
    }

    /// <summary>Where clients connect, such as <c>wss://abc.execute-api.eu-west-1.amazonaws.com/prod</c>.</summary>
    [SuppressMessage("Design", "CA1056:URI-like properties should not be strings", Justification = "It holds tokens, which no Uri can.")]
    public string Url { get; }

    /// <summary>
    /// The endpoint of the management API, with which messages are sent to connections, such as
    /// <c>https://abc.execute-api.eu-west-1.amazonaws.com/prod</c>.
    /// </summary>
    [SuppressMessage("Design", "CA1056:URI-like properties should not be strings", Justification = "It holds tokens, which no Uri can.")]
    public string ConnectionsUrl { get; }

    /// <summary>The API.</summary>
    public WebSocketApi Api { get; }

    /// <summary>The stage, with logs and throttling.</summary>
    public WebSocketStage Stage { get; }

    /// <summary>The routes by their keys, such as <c>$connect</c>.</summary>
    public IReadOnlyDictionary<string, CfnResource> Routes { get; }

    /// <summary>The authorizer, where <see cref="WebSocketBackendProps.Access"/> has one.</summary>
    public CfnResource? Authorizer { get; }

    /// <summary>The table of connections; <see cref="WebSocketConnectionTable"/> names its keys.</summary>
    public ITable Table { get; }

    /// <summary>The table that was made, for secondary indexes for instance; nothing when one was given.</summary>
    public Table? TableResource { get; }

    /// <summary>The function that answers the routes without one of their own, with its role and log group.</summary>
    public PatternFunction Function { get; }

    /// <summary>
    /// The variables that the function reads, named by <see cref="WebSocketEnvironment"/>. The function made here has
    /// them; add them to one that was given.
    /// </summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>The log group with one line a connection and message.</summary>
    public LogGroup AccessLogGroup { get; }

    /// <summary>The log group with the errors of API Gateway itself.</summary>
    public LogGroup ExecutionLogGroup { get; }

    /// <summary>The role with which API Gateway writes logs; nothing when the account has one already.</summary>
    public ApiGatewayAccount? Account { get; }

    /// <summary>The domain name, where one was asked for.</summary>
    public CfnResource? Domain { get; }

    /// <summary>The alarms, none with <see cref="MonitoringOptions.None"/>.</summary>
    public IReadOnlyList<Alarm> Alarms { get; }

    /// <summary>Allows a grantee to connect; what counts with <see cref="WebSocketAccess.Iam"/>.</summary>
    /// <param name="grantee">Who may connect.</param>
    /// <returns>What was granted.</returns>
    public Grant GrantConnect(IGrantable grantee) => permissions.GrantConnect(grantee);

    /// <summary>Allows a grantee to send to connections of the stage, to look at them and to close them.</summary>
    /// <param name="grantee">Who may do so.</param>
    /// <returns>What was granted.</returns>
    public Grant GrantManageConnections(IGrantable grantee) => permissions.GrantManageConnections(grantee);

    /// <summary>How many clients connected.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricConnections(MetricOptions? options = null) => metrics.Create("ConnectCount", options);

    /// <summary>How many messages came from clients and went to them.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricMessages(MetricOptions? options = null) => metrics.Create("MessageCount", options);

    /// <summary>How many connections and messages API Gateway refused before a function saw them.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricClientErrors(MetricOptions? options = null) => metrics.Create("ClientError", options);

    /// <summary>How many connections and messages a function answered with an error.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricIntegrationErrors(MetricOptions? options = null) => metrics.Create("IntegrationError", options);

    /// <summary>How many connections and messages reached no function.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricExecutionErrors(MetricOptions? options = null) => metrics.Create("ExecutionError", options);

    /// <summary>How long functions took, at the 99th percentile.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricIntegrationLatency(MetricOptions? options = null) => metrics.Create("IntegrationLatency", options, "p99");
}
