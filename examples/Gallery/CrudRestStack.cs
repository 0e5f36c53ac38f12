using Amazon.CDK;
using Constructs;
using ServerlessPatterns;

namespace Gallery;

/// <summary>Orders behind a REST API: callers sign their requests, bodies match a schema, a web ACL stands in front.</summary>
public sealed class CrudRestStack : Stack
{
    private const string OrderSchema =
        """
        {
          "type": "object",
          "properties": {
            "customer": { "type": "string", "minLength": 1 },
            "quantity": { "type": "integer", "minimum": 1 }
          },
          "required": ["customer"]
        }
        """;

    public CrudRestStack(Construct scope, string id, IStackProps? props = null)
        : base(scope, id, props)
    {
        var orders = new CrudRestApi(this, "Orders", new()
        {
            ResourceName = "orders",
            ItemSchema = OrderSchema,
            Waf = new(),
        });

        new CfnOutput(this, "Url", new CfnOutputProps { Value = orders.Url });
        new CfnOutput(this, "Table", new CfnOutputProps { Value = orders.Table.TableName });
        new CfnOutput(this, "Function", new CfnOutputProps { Value = orders.Function.Invoked.FunctionName });
    }
}
