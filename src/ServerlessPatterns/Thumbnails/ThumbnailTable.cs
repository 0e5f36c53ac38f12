using Amazon.CDK.AWS.DynamoDB;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Makes the metadata table of a <see cref="ThumbnailPipeline"/>.</summary>
internal static class ThumbnailTable
{
    public static Table Define(Construct scope, ThumbnailPipelineProps props)
    {
        // The object's key first: bucket names alone would put all items of a bucket into one partition.
        var tableProps = new TableProps
        {
            PartitionKey = new Amazon.CDK.AWS.DynamoDB.Attribute { Name = props.PartitionKeyName, Type = AttributeType.STRING },
            SortKey = new Amazon.CDK.AWS.DynamoDB.Attribute { Name = props.SortKeyName, Type = AttributeType.STRING },
            BillingMode = BillingMode.PAY_PER_REQUEST,
            Encryption = props.EncryptionKey is null ? TableEncryption.DEFAULT : TableEncryption.CUSTOMER_MANAGED,
            EncryptionKey = props.EncryptionKey,
            TimeToLiveAttribute = props.DeletedItemTimeToLive is null ? null : ThumbnailDefaults.TimeToLiveAttribute,
            DeletionProtection = props.TableDeletionProtection,
            RemovalPolicy = props.RemovalPolicy,
        };
        props.ConfigureTable?.Invoke(tableProps);
        ThumbnailHookChecks.ThrowIfBroken(scope, props, tableProps);
        return RecoverableTable.Define(scope, tableProps);
    }
}
