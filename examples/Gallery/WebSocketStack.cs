using Amazon.CDK;
using Constructs;
using ServerlessPatterns;

namespace Gallery;

/// <summary>Chat rooms: who may connect signs the request to do so; examples/ChatClient is one that does.</summary>
public sealed class WebSocketStack : Stack
{
    public WebSocketStack(Construct scope, string id, IStackProps? props = null)
        : base(scope, id, props)
    {
        var chat = new WebSocketBackend(this, "Chat");

        new CfnOutput(this, "Url", new CfnOutputProps { Value = chat.Url });
        new CfnOutput(this, "Table", new CfnOutputProps { Value = chat.Table.TableName });
        new CfnOutput(this, "Function", new CfnOutputProps { Value = chat.Function.Invoked.FunctionName });
    }
}
