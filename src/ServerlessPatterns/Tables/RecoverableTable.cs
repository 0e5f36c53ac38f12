using System.Text;
using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.KMS;
using Constructs;
using Attribute = Amazon.CDK.AWS.DynamoDB.Attribute;

namespace ServerlessPatterns;

/// <summary>A table on demand, encrypted, with point-in-time recovery, unless a hook turned that off.</summary>
internal static class RecoverableTable
{
    /// <summary>https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html</summary>
    public const int MaxAttributeNameBytes = 255;

    public static bool IsAttributeName(string name) =>
        !string.IsNullOrEmpty(name) && Encoding.UTF8.GetByteCount(name) <= MaxAttributeNameBytes;

    public static TableProps Props(
        Attribute partitionKey, Attribute? sortKey, string? timeToLiveAttribute, bool? deletionProtection, IKey? key, RemovalPolicy removalPolicy) =>
        new()
        {
            PartitionKey = partitionKey,
            SortKey = sortKey,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            Encryption = key is null ? TableEncryption.DEFAULT : TableEncryption.CUSTOMER_MANAGED,
            EncryptionKey = key,
            TimeToLiveAttribute = timeToLiveAttribute,
            DeletionProtection = deletionProtection,
            RemovalPolicy = removalPolicy,
        };

    public static Table Define(Construct scope, TableProps props)
    {
        // The L2 property is deprecated in newer CDK versions, which would print a warning in the user's terminal.
        var recovery = props.PointInTimeRecovery ?? true;
        props.PointInTimeRecovery = null;
        var table = new Table(scope, "Table", props);
        ((CfnTable)table.Node.DefaultChild!).AddPropertyOverride(
            "PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled", recovery);
        return table;
    }
}
