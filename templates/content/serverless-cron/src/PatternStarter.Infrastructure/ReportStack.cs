using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Constructs;
using ServerlessPatterns;

namespace PatternStarter.Infrastructure;

/// <summary>Each night a report of the files that came in on the day before, from a bucket and to the same bucket.</summary>
public sealed class ReportStack : Stack
{
    public ReportStack(Construct scope, string id, IStackProps? props = null)
        : base(scope, id, props)
    {
        var files = new Bucket(this, "Files", new BucketProps
        {
            BlockPublicAccess = BlockPublicAccess.BLOCK_ALL,
            Encryption = BucketEncryption.S3_MANAGED,
            EnforceSSL = true,
            RemovalPolicy = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
            LifecycleRules = [new LifecycleRule { AbortIncompleteMultipartUploadAfter = Duration.Days(7) }],
        });

        var report = new ScheduledFunction(this, "NightlyReport", new()
        {
            Schedule = ScheduleTimes.Cron(minute: "30", hour: "2"),
            TimeZone = "UTC",
            // The time of the run, which ReportFunction reads.
            Input = new { scheduledTime = "<aws.scheduler.scheduled-time>" },
            FunctionSettings = new()
            {
                Code = FunctionCode.FromProject(RepositoryFolder.Path("src", "PatternStarter.Report")),
                Environment = new Dictionary<string, string> { ["BUCKET_NAME"] = files.BucketName },
            },
        });
        report.GrantPrincipal.AddToPrincipalPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["s3:ListBucket"],
            Resources = [files.BucketArn],
            Conditions = new Dictionary<string, object> { ["StringLike"] = new Dictionary<string, string> { ["s3:prefix"] = "incoming/*" } },
        }));
        report.GrantPrincipal.AddToPrincipalPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["s3:PutObject"],
            Resources = [files.ArnForObjects("reports/*")],
        }));

        new CfnOutput(this, "Bucket", new CfnOutputProps { Value = files.BucketName });
        new CfnOutput(this, "Function", new CfnOutputProps { Value = report.Function.Invoked.FunctionName });
    }
}
