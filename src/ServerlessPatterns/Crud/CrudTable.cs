using Amazon.CDK.AWS.DynamoDB;
using Constructs;
using Attribute = Amazon.CDK.AWS.DynamoDB.Attribute;

namespace ServerlessPatterns;

/// <summary>Makes the table of a CRUD pattern.</summary>
internal static class CrudTable
{
    public static Table Define(Construct scope, string pattern, CrudApiProps props)
    {
        var tableProps = new TableProps
        {
            PartitionKey = new Attribute { Name = props.PartitionKeyName, Type = props.PartitionKeyType },
            SortKey = props.SortKeyName is { } name ? new Attribute { Name = name, Type = props.SortKeyType } : null,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            Encryption = props.EncryptionKey is null ? TableEncryption.DEFAULT : TableEncryption.CUSTOMER_MANAGED,
            EncryptionKey = props.EncryptionKey,
            TimeToLiveAttribute = props.TimeToLiveAttribute,
            DeletionProtection = props.TableDeletionProtection,
            RemovalPolicy = props.RemovalPolicy,
        };
        props.ConfigureTable?.Invoke(tableProps);
        CrudHookChecks.ThrowIfBroken(scope, pattern, props, tableProps);
        return RecoverableTable.Define(scope, tableProps);
    }
}
