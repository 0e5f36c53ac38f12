using System.Diagnostics.CodeAnalysis;
using Amazon.CDK;
using Amazon.CDK.AWS.Apigatewayv2;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace ServerlessPatterns;

/// <summary>
/// An HTTP API that creates, reads, lists, replaces, updates and deletes the items of a table: the same contract as
/// <see cref="CrudRestApi"/> for less than a third of the price a request. See docs/patterns/crud.md.
/// </summary>
public sealed class CrudHttpApi : Construct
{
    private readonly ApiGrants grants;
    private readonly ApiMetrics metrics;

    /// <summary>Makes the API.</summary>
    /// <param name="scope">The stack or construct that it belongs to.</param>
    /// <param name="id">Its id there.</param>
    /// <param name="props">What differs from the defaults.</param>
    /// <exception cref="PatternValidationException">The props cannot work; the message lists every problem.</exception>
    public CrudHttpApi(Construct scope, string id, CrudHttpApiProps props)
        : base(scope, id)
    {
        CrudChecks.ThrowIfInvalid(scope, id, props);
        PinnedFlags.Pin(this);

        var alarms = new PatternAlarms(new Construct(this, "Alarms"), props.Monitoring);
        var backend = new CrudBackend(this, nameof(CrudHttpApi), props, alarms);
        Table = backend.Table;
        TableResource = backend.TableResource;
        Function = backend.Function;
        Environment = backend.Environment;
        DynamoDbEndpoint = backend.DynamoDbEndpoint;

        Api = HttpStageDefinition.DefineApi(this, props);
        AccessLogGroup = LogGroups.Define(this, "AccessLogs", props.AccessLogRetention, props.EncryptionKey, props.RemovalPolicy, AccessLog.VendedName(this));
        Stage = HttpStageDefinition.DefineStage(this, props);

        var authorization = props.Access.Define(this, ApiKind.Http, Api.ApiId);
        Authorizer = authorization.Authorizer;
        HttpRoutes.Define(this, props, authorization);

        // Lambda is told the stage of an HTTP API by no name that stands in a template.
        grants = new ApiGrants(this, props, Api.ApiId, "*");
        grants.AllowToInvoke(Function.Invoked);

        var domainName = props.Domain is { } domain ? new ApiDomainName(this, domain, Api.ApiId, Stage.StageName) : null;
        domainName?.Mapping.Node.AddDependency(Stage);
        Domain = domainName?.Resource;
        Url = $"{(props.Domain is { } name ? ApiDomainName.Url(name) : Stage.Url.TrimEnd('/'))}/{props.ResourceName}";

        metrics = ApiMetrics.OfHttp(Api.ApiId, Stage.StageName);
        ApiAlarms.Add(metrics, alarms);
        TableAlarms.Add(Table, alarms, CrudPermissions.Calls(props), CrudDefaults.WhileTableFails);
        Alarms = alarms.Made;
    }

    /// <summary>The address of the items, such as <c>https://abc.execute-api.eu-west-1.amazonaws.com/orders</c>.</summary>
    [SuppressMessage("Design", "CA1056:URI-like properties should not be strings", Justification = "It holds tokens, which no Uri can.")]
    public string Url { get; }

    /// <summary>The API.</summary>
    public HttpApi Api { get; }

    /// <summary>The stage, with logs and throttling.</summary>
    public HttpStage Stage { get; }

    /// <summary>The authorizer, where <see cref="CrudApiProps.Access"/> has one.</summary>
    public CfnResource? Authorizer { get; }

    /// <summary>The table of the items.</summary>
    public ITable Table { get; }

    /// <summary>The table that was made, for secondary indexes for instance; nothing when one was given.</summary>
    public Table? TableResource { get; }

    /// <summary>The function that answers the requests, with its role and log group.</summary>
    public PatternFunction Function { get; }

    /// <summary>
    /// The variables that the function reads, named by <see cref="CrudEnvironment"/>. The function made here has them;
    /// add them to one that was given.
    /// </summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>The endpoint through which the function reaches the table, where one was asked for.</summary>
    public GatewayVpcEndpoint? DynamoDbEndpoint { get; }

    /// <summary>The log group with one line a request.</summary>
    public LogGroup AccessLogGroup { get; }

    /// <summary>The domain name, where one was asked for.</summary>
    public CfnResource? Domain { get; }

    /// <summary>The alarms, none with <see cref="MonitoringOptions.None"/>.</summary>
    public IReadOnlyList<Alarm> Alarms { get; }

    /// <summary>Allows a grantee to call every route of the API; what counts with <see cref="ApiAccess.Iam"/>.</summary>
    /// <param name="grantee">Who may call.</param>
    /// <returns>What was granted.</returns>
    public Grant GrantInvoke(IGrantable grantee) => grants.GrantInvoke(grantee);

    /// <summary>How many requests came.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricRequests(MetricOptions? options = null) => metrics.Requests(options);

    /// <summary>How many requests were answered with 4xx.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricClientErrors(MetricOptions? options = null) => metrics.ClientErrors(options);

    /// <summary>How many requests were answered with 5xx.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricServerErrors(MetricOptions? options = null) => metrics.ServerErrors(options);

    /// <summary>How long answers took, at the 99th percentile.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricLatency(MetricOptions? options = null) => metrics.Latency(options);
}
