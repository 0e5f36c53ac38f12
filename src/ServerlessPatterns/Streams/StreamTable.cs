using Amazon.CDK.AWS.DynamoDB;
using Constructs;
using Attribute = Amazon.CDK.AWS.DynamoDB.Attribute;

namespace ServerlessPatterns;

/// <summary>Makes the table of a <see cref="TableStreamProcessor"/>.</summary>
internal static class StreamTable
{
    public static Table Define(Construct scope, TableStreamProcessorProps props)
    {
        var tableProps = RecoverableTable.Props(
            new Attribute { Name = props.PartitionKeyName, Type = props.PartitionKeyType },
            props.SortKeyName is { } name ? new Attribute { Name = name, Type = props.SortKeyType } : null,
            props.TimeToLiveAttribute,
            props.TableDeletionProtection,
            props.EncryptionKey,
            props.RemovalPolicy);
        tableProps.Stream = props.StreamViewType;
        props.ConfigureTable?.Invoke(tableProps);
        StreamHookChecks.ThrowIfBroken(scope, tableProps);
        return RecoverableTable.Define(scope, tableProps);
    }
}
