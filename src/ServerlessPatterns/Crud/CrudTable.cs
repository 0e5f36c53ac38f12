using Amazon.CDK.AWS.DynamoDB;
using Constructs;
using Attribute = Amazon.CDK.AWS.DynamoDB.Attribute;

namespace ServerlessPatterns;

/// <summary>Makes the table of a CRUD pattern.</summary>
internal static class CrudTable
{
    public static Table Define(Construct scope, string pattern, CrudApiProps props)
    {
        var tableProps = RecoverableTable.Props(
            new Attribute { Name = props.PartitionKeyName, Type = props.PartitionKeyType },
            props.SortKeyName is { } name ? new Attribute { Name = name, Type = props.SortKeyType } : null,
            props.TimeToLiveAttribute,
            props.TableDeletionProtection,
            props.EncryptionKey,
            props.RemovalPolicy);
        props.ConfigureTable?.Invoke(tableProps);
        CrudHookChecks.ThrowIfBroken(scope, pattern, props, tableProps);
        return RecoverableTable.Define(scope, tableProps);
    }
}
