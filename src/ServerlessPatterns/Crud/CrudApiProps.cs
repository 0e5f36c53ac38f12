using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;

namespace ServerlessPatterns;

/// <summary>What the props of <see cref="CrudRestApi"/> and of <see cref="CrudHttpApi"/> have in common.</summary>
public abstract class CrudApiProps
{
    private protected CrudApiProps()
    {
    }

    /// <summary>
    /// The path segment that the items are under, <c>orders</c> for <c>/orders/{id}</c>: 1 to 64 letters, digits,
    /// hyphens, dots and underscores.
    /// </summary>
    public required string ResourceName { get; init; }

    /// <summary>What clients may do. What is off has no route, and the function no permission for it.</summary>
    /// <value>The default value is <see cref="CrudOperations.All"/>.</value>
    public CrudOperations Operations { get; init; } = CrudOperations.All;

    /// <summary>Who may call the API.</summary>
    /// <value>The default value is <see cref="ApiAccess.Iam"/>: who signs requests with an identity that is allowed to.</value>
    public ApiAccess Access { get; init; } = ApiAccess.Iam();

    /// <summary>The table that the items are in, with the keys that the next four properties name.</summary>
    /// <value>The default value is a new table: on demand, encrypted, with point-in-time recovery.</value>
    public ITable? Table { get; init; }

    /// <summary>The table's partition key, the item's <c>{id}</c> in the path.</summary>
    /// <value>The default value is <c>id</c>.</value>
    public string PartitionKeyName { get; init; } = "id";

    /// <summary>The type of the partition key, a string or a number.</summary>
    /// <value>The default value is <c>STRING</c>.</value>
    public AttributeType PartitionKeyType { get; init; } = AttributeType.STRING;

    /// <summary>
    /// The table's sort key. Items are then at <c>/orders/{id}/{sort}</c>, and the items of one partition are listed at
    /// <c>/orders/{id}</c>.
    /// </summary>
    /// <value>The default value is none.</value>
    public string? SortKeyName { get; init; }

    /// <summary>The type of the sort key, a string or a number.</summary>
    /// <value>The default value is <c>STRING</c>.</value>
    public AttributeType SortKeyType { get; init; } = AttributeType.STRING;

    /// <summary>The attribute, in seconds since 1970, that says when DynamoDB may delete an item.</summary>
    /// <value>The default value is none: items stay.</value>
    public string? TimeToLiveAttribute { get; init; }

    /// <summary>Whether the table made here refuses to be deleted.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool TableDeletionProtection { get; init; }

    /// <summary>How many items a page has when the client does not say.</summary>
    /// <value>The default value is 25.</value>
    public int DefaultPageSize { get; init; } = CrudDefaults.DefaultPageSize;

    /// <summary>The most items that a client may ask for, 1 to 1,000.</summary>
    /// <value>The default value is 100.</value>
    public int MaxPageSize { get; init; } = CrudDefaults.MaxPageSize;

    /// <summary>The size up to which bodies are read, 1 byte to 6 MiB; larger ones are refused with 413.</summary>
    /// <value>The default value is 1 MiB: an item of 400 KB, and room for its escapes and white space.</value>
    public Size? MaxBodySize { get; init; }

    /// <summary>The requests a second that the API accepts from all clients together, 1 to 10,000.</summary>
    /// <value>The default value is 100.</value>
    public double ThrottlingRateLimit { get; init; } = CrudDefaults.ThrottlingRateLimit;

    /// <summary>The requests that the API accepts at once, 1 to 5,000.</summary>
    /// <value>The default value is 200.</value>
    public double ThrottlingBurstLimit { get; init; } = CrudDefaults.ThrottlingBurstLimit;

    /// <summary>The web pages of other origins whose scripts may call the API.</summary>
    /// <value>The default value is none.</value>
    public ApiCors? Cors { get; init; }

    /// <summary>A domain name of your own; the API then has no other.</summary>
    /// <value>The default value is none: the API has the name that API Gateway gives it.</value>
    public ApiDomain? Domain { get; init; }

    /// <summary>How long the access logs are kept.</summary>
    /// <value>The default value is 30 days (<c>ONE_MONTH</c>).</value>
    public RetentionDays AccessLogRetention { get; init; } = RetentionDays.ONE_MONTH;

    /// <summary>A function of your own in place of the one made here; it is never reconfigured.</summary>
    /// <value>The default value is a new function.</value>
    public IFunction? Function { get; init; }

    /// <summary>What the function made here runs and how.</summary>
    /// <value>The default value is the handler that ships with the pattern, 1,024 MiB and 25 seconds.</value>
    public FunctionSettings FunctionSettings { get; init; } = new();

    /// <summary>
    /// Whether a gateway endpoint for DynamoDB is made in the VPC of <see cref="FunctionSettings"/>, for this table
    /// only. It costs nothing; a route table can have one.
    /// </summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool DynamoDbEndpoint { get; init; }

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
}
