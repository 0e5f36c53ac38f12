using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace ServerlessPatterns;

/// <summary>
/// Makes thumbnails of every image that is uploaded to a bucket, and keeps an item about each in a table:
/// S3, EventBridge, Lambda, S3 and DynamoDB. See docs/patterns/thumbnails.md.
/// </summary>
public sealed class ThumbnailPipeline : Construct
{
    private readonly ThumbnailPipelineProps props;

    /// <summary>Makes the pipeline.</summary>
    /// <param name="scope">The stack or construct that it belongs to.</param>
    /// <param name="id">Its id there.</param>
    /// <param name="props">What differs from the defaults.</param>
    /// <exception cref="PatternValidationException">The props cannot work; the message lists every problem.</exception>
    public ThumbnailPipeline(Construct scope, string id, ThumbnailPipelineProps? props = null)
        : base(scope, id)
    {
        this.props = props ??= new ThumbnailPipelineProps();
        ThumbnailChecks.ThrowIfInvalid(scope, id, props);
        PinnedFlags.Pin(this);

        var buckets = new ThumbnailBuckets(this, props);
        AccessLogsBucket = buckets.AccessLogs;
        SourceBucket = buckets.Source;
        DestinationBucket = buckets.Destination;
        Table = props.Table ?? ThumbnailTable.Define(this, props);

        var alarms = new PatternAlarms(new Construct(this, "Alarms"), props.Monitoring);
        var request = ThumbnailFunction.Request(props, DestinationBucket, Table);
        Environment = request.Environment;
        Function = new PatternFunction(this, "Function", request, alarms);
        ThumbnailPermissions.Grant(this, props);
        ThumbnailNotices.Add(this, props);

        RuleDeadLetterQueue = DeadLetters.DefineQueue(this, "RuleDeadLetterQueue", props.EncryptionKey, props.RemovalPolicy);
        Rule = ThumbnailRule.Define(this, props);

        RuleAlarms.Add(Rule, RuleDeadLetterQueue, alarms);
        TableAlarms.Add(
            Table, alarms, ["UpdateItem"], "the function's retries carry on, and what they cannot do becomes a dead letter.");
        Alarms = alarms.Made;
    }

    /// <summary>The bucket that images are uploaded to.</summary>
    public IBucket SourceBucket { get; }

    /// <summary>The bucket that thumbnails are written to; the source bucket itself if that was asked for.</summary>
    public IBucket DestinationBucket { get; }

    /// <summary>The bucket that access logs go to; nothing when they are off or no bucket was made.</summary>
    public IBucket? AccessLogsBucket { get; }

    /// <summary>The table with one item for each source object.</summary>
    public ITable Table { get; }

    /// <summary>The function that makes the thumbnails, with its role, log group and dead-letter queue.</summary>
    public PatternFunction Function { get; }

    /// <summary>
    /// The variables that the function reads, named by <see cref="ThumbnailEnvironment"/>. The function made here has
    /// them; add them to one that was given.
    /// </summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>The rule that hands S3's events to the function.</summary>
    public Rule Rule { get; }

    /// <summary>Where events end that EventBridge could not hand to Lambda.</summary>
    public Queue RuleDeadLetterQueue { get; }

    /// <summary>The alarms, none with <see cref="MonitoringOptions.None"/>.</summary>
    public IReadOnlyList<Alarm> Alarms { get; }

    /// <summary>Allows a grantee to upload images under the source prefixes, in parts too.</summary>
    /// <param name="grantee">Who may upload; a service or another account gets it in the bucket's policy.</param>
    /// <returns>What was granted.</returns>
    public Grant GrantUpload(IGrantable grantee) => ThumbnailPermissions.GrantOnObjects(
        grantee,
        SourceBucket,
        ThumbnailPermissions.SourceObjects(this, props),
        ["s3:AbortMultipartUpload", "s3:PutObject"],
        ["kms:Decrypt", "kms:GenerateDataKey"]);

    /// <summary>Allows a grantee to read the thumbnails.</summary>
    /// <param name="grantee">Who may read; a service or another account gets it in the bucket's policy.</param>
    /// <returns>What was granted.</returns>
    public Grant GrantReadThumbnails(IGrantable grantee) => ThumbnailPermissions.GrantOnObjects(
        grantee,
        DestinationBucket,
        [ThumbnailPermissions.DestinationObjects(this, props)],
        ["s3:GetObject"],
        ["kms:Decrypt"]);

    /// <summary>Allows a grantee to read the items of the table.</summary>
    /// <param name="grantee">Who may read.</param>
    /// <returns>What was granted.</returns>
    public Grant GrantReadMetadata(IGrantable grantee)
    {
        Table.EncryptionKey?.Grant(grantee, "kms:Decrypt", "kms:DescribeKey");
        return Table.Grant(grantee, "dynamodb:BatchGetItem", "dynamodb:DescribeTable", "dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan");
    }

    /// <summary>How often the function was invoked.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricInvocations(MetricOptions? options = null) => Function.Invoked.MetricInvocations(options);

    /// <summary>How often the function failed.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricErrors(MetricOptions? options = null) => Function.Invoked.MetricErrors(options);

    /// <summary>How long the function took.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricDuration(MetricOptions? options = null) => Function.Invoked.MetricDuration(options);
}
