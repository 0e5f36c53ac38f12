using Amazon.CDK;
using Constructs;
using ServerlessPatterns;

namespace Gallery;

/// <summary>Orders behind an HTTP API, with a sort key: the lines of one order are at <c>/lines/{order}</c>.</summary>
public sealed class CrudHttpStack : Stack
{
    public CrudHttpStack(Construct scope, string id, IStackProps? props = null)
        : base(scope, id, props)
    {
        var lines = new CrudHttpApi(this, "Lines", new()
        {
            ResourceName = "lines",
            PartitionKeyName = "order",
            SortKeyName = "line",
        });

        new CfnOutput(this, "Url", new CfnOutputProps { Value = lines.Url });
        new CfnOutput(this, "Table", new CfnOutputProps { Value = lines.Table.TableName });
        new CfnOutput(this, "Function", new CfnOutputProps { Value = lines.Function.Invoked.FunctionName });
    }
}
