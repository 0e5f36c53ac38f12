using Amazon.CDK.AWS.DynamoDB;
using Constructs;
using Attribute = Amazon.CDK.AWS.DynamoDB.Attribute;

namespace ServerlessPatterns;

/// <summary>Makes the connection table of a <see cref="WebSocketBackend"/>.</summary>
internal static class WebSocketTable
{
    public static Table Define(Construct scope, WebSocketBackendProps props)
    {
        var tableProps = new TableProps
        {
            PartitionKey = new Attribute { Name = WebSocketConnectionTable.PartitionKey, Type = AttributeType.STRING },
            SortKey = new Attribute { Name = WebSocketConnectionTable.SortKey, Type = AttributeType.STRING },
            BillingMode = BillingMode.PAY_PER_REQUEST,
            Encryption = props.EncryptionKey is null ? TableEncryption.DEFAULT : TableEncryption.CUSTOMER_MANAGED,
            EncryptionKey = props.EncryptionKey,
            TimeToLiveAttribute = WebSocketConnectionTable.TimeToLiveAttribute,
            RemovalPolicy = props.RemovalPolicy,
        };
        props.ConfigureTable?.Invoke(tableProps);
        WebSocketHookChecks.ThrowIfBroken(scope, tableProps);
        return RecoverableTable.Define(scope, tableProps);
    }
}
