using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Constructs;
using ServerlessPatterns;
using Attribute = Amazon.CDK.AWS.DynamoDB.Attribute;

namespace Gallery;

/// <summary>A table of orders, whose changes keep each customer's number of orders and their sum in another table.</summary>
public sealed class TableStreamStack : Stack
{
    public TableStreamStack(Construct scope, string id, IStackProps? props = null)
        : base(scope, id, props)
    {
        var totals = new Table(this, "Totals", new TableProps
        {
            PartitionKey = new Attribute { Name = "id", Type = AttributeType.STRING },
            BillingMode = BillingMode.PAY_PER_REQUEST,
            TimeToLiveAttribute = "expires",
            RemovalPolicy = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
        });
        ((CfnTable)totals.Node.DefaultChild!).AddPropertyOverride("PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled", true);

        var orders = new TableStreamProcessor(this, "Orders", new()
        {
            FunctionSettings = new()
            {
                Code = Samples.Project("OrderTotals"),
                Environment = new Dictionary<string, string> { ["TABLE_NAME"] = totals.TableName },
            },

            // The handler remembers for 30 days which changes it has counted: what is replayed must be younger.
            FailureExpiration = Duration.Days(28),
        });
        totals.Grant(orders, "dynamodb:PutItem", "dynamodb:UpdateItem");

        new CfnOutput(this, "Table", new CfnOutputProps { Value = orders.Table.TableName });
        new CfnOutput(this, "TotalsTable", new CfnOutputProps { Value = totals.TableName });
        new CfnOutput(this, "FailureBucket", new CfnOutputProps { Value = orders.FailureBucket.BucketName });
        new CfnOutput(this, "Function", new CfnOutputProps { Value = orders.Function.Invoked.FunctionName });
    }
}
