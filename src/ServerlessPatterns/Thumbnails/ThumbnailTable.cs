using Amazon.CDK.AWS.DynamoDB;
using Constructs;
using Attribute = Amazon.CDK.AWS.DynamoDB.Attribute;

namespace ServerlessPatterns;

/// <summary>Makes the metadata table of a <see cref="ThumbnailPipeline"/>.</summary>
internal static class ThumbnailTable
{
    public static Table Define(Construct scope, ThumbnailPipelineProps props)
    {
        // The object's key first: bucket names alone would put all items of a bucket into one partition.
        var tableProps = RecoverableTable.Props(
            new Attribute { Name = props.PartitionKeyName, Type = AttributeType.STRING },
            new Attribute { Name = props.SortKeyName, Type = AttributeType.STRING },
            props.DeletedItemTimeToLive is null ? null : ThumbnailDefaults.TimeToLiveAttribute,
            props.TableDeletionProtection,
            props.EncryptionKey,
            props.RemovalPolicy);
        props.ConfigureTable?.Invoke(tableProps);
        ThumbnailHookChecks.ThrowIfBroken(scope, props, tableProps);
        return RecoverableTable.Define(scope, tableProps);
    }
}
