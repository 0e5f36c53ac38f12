using Amazon.CDK;
using Constructs;
using ServerlessPatterns;

namespace PatternStarter.Infrastructure;

/// <summary>An HTTP API that creates, reads, lists, replaces, updates and deletes the items of a table.</summary>
public sealed class ApiStack : Stack
{
    public ApiStack(Construct scope, string id, IStackProps? props = null)
        : base(scope, id, props)
    {
        var orders = new CrudHttpApi(this, "Orders", new()
        {
            ResourceName = "orders",
            Access = ApiAccess.Iam(),
        });

        new CfnOutput(this, "Url", new CfnOutputProps { Value = orders.Url });
        new CfnOutput(this, "Table", new CfnOutputProps { Value = orders.Table.TableName });
    }
}
