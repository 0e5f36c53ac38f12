using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Constructs;
using ServerlessPatterns;

namespace Gallery;

/// <summary>Orders from a queue, each put once into a table: the function is examples/OrderQueue.</summary>
public sealed class QueueProcessorStack : Stack
{
    public QueueProcessorStack(Construct scope, string id, IStackProps? props = null)
        : base(scope, id, props)
    {
        var table = new Table(this, "Orders", new TableProps
        {
            PartitionKey = new Amazon.CDK.AWS.DynamoDB.Attribute { Name = "id", Type = AttributeType.STRING },
            BillingMode = BillingMode.PAY_PER_REQUEST,
            RemovalPolicy = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
        });
        ((CfnTable)table.Node.DefaultChild!).AddPropertyOverride("PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled", true);

        var settings = new FunctionSettings
        {
            Code = Samples.Project("OrderQueue"),
            Environment = new Dictionary<string, string> { ["TABLE_NAME"] = table.TableName },
        };
        var orders = new QueueProcessor(this, "OrderQueue", new() { FunctionSettings = settings });
        table.Grant(orders, "dynamodb:PutItem");

        // The orders of a customer one after the other: the customer is the message group.
        var inOrder = new QueueProcessor(this, "CustomerQueue", new() { Fifo = true, FunctionSettings = settings });
        table.Grant(inOrder, "dynamodb:PutItem");

        new CfnOutput(this, "Queue", new CfnOutputProps { Value = orders.Queue.QueueUrl });
        new CfnOutput(this, "DeadLetterQueue", new CfnOutputProps { Value = orders.DeadLetterQueue!.QueueUrl });
        new CfnOutput(this, "FifoQueue", new CfnOutputProps { Value = inOrder.Queue.QueueUrl });
        new CfnOutput(this, "FifoDeadLetterQueue", new CfnOutputProps { Value = inOrder.DeadLetterQueue!.QueueUrl });
        new CfnOutput(this, "Table", new CfnOutputProps { Value = table.TableName });
        new CfnOutput(this, "Function", new CfnOutputProps { Value = orders.Function.Invoked.FunctionName });
    }
}
