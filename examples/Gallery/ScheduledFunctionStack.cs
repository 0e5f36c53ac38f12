using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Constructs;
using ServerlessPatterns;
using Attribute = Amazon.CDK.AWS.DynamoDB.Attribute;

namespace Gallery;

/// <summary>Every night a report of the orders of the day before, from the table of a CRUD API to a bucket.</summary>
public sealed class ScheduledFunctionStack : Stack
{
    public ScheduledFunctionStack(Construct scope, string id, IStackProps? props = null)
        : base(scope, id, props)
    {
        // Without it the CDK opens the bucket of the access logs with an ACL.
        Node.SetContext("@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy", true);

        // A table as CrudRestApi makes it; give its Table instead.
        var orders = new Table(this, "Orders", new TableProps
        {
            PartitionKey = new Attribute { Name = "id", Type = AttributeType.STRING },
            BillingMode = BillingMode.PAY_PER_REQUEST,
        });
        ((CfnTable)orders.Node.DefaultChild!).AddPropertyOverride("PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled", true);
        var reports = DefineBucket("Reports", DefineBucket("AccessLogs"));

        var report = new ScheduledFunction(this, "NightlyReport", new()
        {
            Schedule = ScheduleTimes.Cron(minute: "30", hour: "2"),
            TimeZone = "Europe/Berlin",
            Input = new { scheduledTime = "<aws.scheduler.scheduled-time>" },
            FunctionSettings = new()
            {
                Code = Samples.Project("NightlyReport"),
                Environment = new Dictionary<string, string> { ["TABLE_NAME"] = orders.TableName, ["BUCKET_NAME"] = reports.BucketName },
            },
        });
        Allow(report, "dynamodb:Scan", orders.TableArn);
        Allow(report, "s3:PutObject", reports.ArnForObjects("reports/*"));

        new CfnOutput(this, "Table", new CfnOutputProps { Value = orders.TableName });
        new CfnOutput(this, "Bucket", new CfnOutputProps { Value = reports.BucketName });
        new CfnOutput(this, "Function", new CfnOutputProps { Value = report.Function.Invoked.FunctionName });
    }

    private static void Allow(ScheduledFunction report, string action, string resource) =>
        Grant.AddToPrincipal(new GrantOnPrincipalOptions { Grantee = report, Actions = [action], ResourceArns = [resource] });

    private Bucket DefineBucket(string id, Bucket? accessLogs = null) => new(this, id, new BucketProps
    {
        BlockPublicAccess = BlockPublicAccess.BLOCK_ALL,
        Encryption = BucketEncryption.S3_MANAGED,
        EnforceSSL = true,
        ServerAccessLogsBucket = accessLogs,
        LifecycleRules = [new LifecycleRule { AbortIncompleteMultipartUploadAfter = Duration.Days(7), Expiration = accessLogs is null ? Duration.Days(90) : null }],
    });
}
