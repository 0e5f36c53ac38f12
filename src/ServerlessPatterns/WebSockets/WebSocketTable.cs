using Amazon.CDK.AWS.DynamoDB;
using Constructs;
using Attribute = Amazon.CDK.AWS.DynamoDB.Attribute;

namespace ServerlessPatterns;

/// <summary>Makes the connection table of a <see cref="WebSocketBackend"/>.</summary>
internal static class WebSocketTable
{
    public static Table Define(Construct scope, WebSocketBackendProps props)
    {
        var tableProps = RecoverableTable.Props(
            new Attribute { Name = WebSocketConnectionTable.PartitionKey, Type = AttributeType.STRING },
            new Attribute { Name = WebSocketConnectionTable.SortKey, Type = AttributeType.STRING },
            WebSocketConnectionTable.TimeToLiveAttribute,
            deletionProtection: null,
            props.EncryptionKey,
            props.RemovalPolicy);
        props.ConfigureTable?.Invoke(tableProps);
        WebSocketHookChecks.ThrowIfBroken(scope, tableProps);
        return RecoverableTable.Define(scope, tableProps);
    }
}
