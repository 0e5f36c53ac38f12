using System.Diagnostics.CodeAnalysis;
using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Constructs;
using CfnResource = Amazon.CDK.CfnResource;
using Stage = Amazon.CDK.AWS.APIGateway.Stage;

namespace ServerlessPatterns;

/// <summary>
/// A REST API that creates, reads, lists, replaces, updates and deletes the items of a table: API Gateway, Lambda and
/// DynamoDB. See docs/patterns/crud.md.
/// </summary>
public sealed class CrudRestApi : Construct
{
    private readonly ApiGrants grants;
    private readonly ApiMetrics metrics;

    /// <summary>Makes the API.</summary>
    /// <param name="scope">The stack or construct that it belongs to.</param>
    /// <param name="id">Its id there.</param>
    /// <param name="props">What differs from the defaults.</param>
    /// <exception cref="PatternValidationException">The props cannot work; the message lists every problem.</exception>
    public CrudRestApi(Construct scope, string id, CrudRestApiProps props)
        : base(scope, id)
    {
        CrudChecks.ThrowIfInvalid(scope, id, props);
        PinnedFlags.Pin(this);

        var alarms = new PatternAlarms(new Construct(this, "Alarms"), props.Monitoring);
        var backend = new CrudBackend(this, nameof(CrudRestApi), props, alarms);
        Table = backend.Table;
        TableResource = backend.TableResource;
        Function = backend.Function;
        Environment = backend.Environment;
        DynamoDbEndpoint = backend.DynamoDbEndpoint;

        Api = RestStage.Define(this, props);
        Stage = Api.DeploymentStage;
        Account = props.AccountLogging == ApiAccountLogging.Managed ? ApiGatewayAccount.Of(this) : null;
        AccessLogGroup = LogGroups.Define(this, "AccessLogs", props.AccessLogRetention, props.EncryptionKey, props.RemovalPolicy);
        ExecutionLogGroup = RestStage.DefineExecutionLogs(this, props);
        RestStage.Log(this);

        var authorization = props.Access.Define(this, ApiKind.Rest, Api.RestApiId);
        Authorizer = authorization.Authorizer;
        var validation = props.ItemSchema is { } schema ? new RestValidation(this, Api.RestApiId, schema) : null;
        RestMethods.Define(this, props, authorization, validation);
        RestGatewayResponses.Define(Api, props.Cors);
        RestDeployment.FollowChanges(Api, props, authorization);

        grants = new ApiGrants(this, props, Api.RestApiId, Stage.StageName);
        grants.AllowToInvoke(Function.Invoked);

        WebAcl = props.Waf is { } waf ? ServerlessPatterns.WebAcl.Define(this, waf, Stage.StageArn) : null;
        var plan = props.UsagePlan is { } usagePlan ? new RestUsagePlan(this, usagePlan) : null;
        UsagePlan = plan?.Plan;
        ApiKey = plan?.Key;
        Domain = props.Domain is { } domain ? new ApiDomainName(this, domain, Api.RestApiId, Stage.StageName).Resource : null;
        Url = $"{(props.Domain is { } name ? ApiDomainName.Url(name) : Stage.UrlForPath("/").TrimEnd('/'))}/{props.ResourceName}";

        metrics = ApiMetrics.OfRest(Api.RestApiName, Stage.StageName);
        ApiAlarms.Add(metrics, alarms);
        TableAlarms.Add(Table, alarms, CrudPermissions.Calls(props), CrudDefaults.WhileTableFails);
        Alarms = alarms.Made;
    }

    /// <summary>The address of the items, such as <c>https://abc.execute-api.eu-west-1.amazonaws.com/prod/orders</c>.</summary>
    [SuppressMessage("Design", "CA1056:URI-like properties should not be strings", Justification = "It holds tokens, which no Uri can.")]
    public string Url { get; }

    /// <summary>The API.</summary>
    public RestApi Api { get; }

    /// <summary>The stage, with logs, tracing and throttling.</summary>
    public Stage Stage { get; }

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

    /// <summary>The log group with the errors of API Gateway itself.</summary>
    public LogGroup ExecutionLogGroup { get; }

    /// <summary>The role with which API Gateway writes logs; nothing when the account has one already.</summary>
    public ApiGatewayAccount? Account { get; }

    /// <summary>The web ACL, where one was asked for.</summary>
    public CfnResource? WebAcl { get; }

    /// <summary>The usage plan, where one was asked for.</summary>
    public CfnUsagePlan? UsagePlan { get; }

    /// <summary>The API key, where a usage plan was asked for without keys.</summary>
    public CfnApiKey? ApiKey { get; }

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
