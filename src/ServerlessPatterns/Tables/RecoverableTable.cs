using Amazon.CDK.AWS.DynamoDB;
using Constructs;

namespace ServerlessPatterns;

/// <summary>A table with point-in-time recovery, unless a hook turned that off.</summary>
internal static class RecoverableTable
{
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
