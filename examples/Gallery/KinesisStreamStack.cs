using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Constructs;
using ServerlessPatterns;
using Attribute = Amazon.CDK.AWS.DynamoDB.Attribute;

namespace Gallery;

/// <summary>A stream of readings: count, sum, least and greatest value of each sensor and minute, kept in a table.</summary>
public sealed class KinesisStreamStack : Stack
{
    public KinesisStreamStack(Construct scope, string id, IStackProps? props = null)
        : base(scope, id, props)
    {
        var minutes = new Table(this, "Minutes", new TableProps
        {
            PartitionKey = new Attribute { Name = "sensor", Type = AttributeType.STRING },
            SortKey = new Attribute { Name = "minute", Type = AttributeType.STRING },
            BillingMode = BillingMode.PAY_PER_REQUEST,
            TimeToLiveAttribute = "expires",
            RemovalPolicy = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
        });
        ((CfnTable)minutes.Node.DefaultChild!).AddPropertyOverride("PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled", true);

        var readings = new KinesisStreamProcessor(this, "Readings", new()
        {
            FunctionSettings = new()
            {
                Code = Samples.Project("MinuteAggregates"),
                Environment = new Dictionary<string, string> { ["TABLE_NAME"] = minutes.TableName },
            },

            // The handler remembers for 30 days which readings it has counted: what is replayed must be younger.
            FailureExpiration = Duration.Days(28),
        });
        minutes.Grant(readings, "dynamodb:GetItem", "dynamodb:PutItem");

        new CfnOutput(this, "Stream", new CfnOutputProps { Value = readings.Stream.StreamName });
        new CfnOutput(this, "Table", new CfnOutputProps { Value = minutes.TableName });
        new CfnOutput(this, "FailureBucket", new CfnOutputProps { Value = readings.FailureBucket.BucketName });
        new CfnOutput(this, "Function", new CfnOutputProps { Value = readings.Function.Invoked.FunctionName });
    }
}
