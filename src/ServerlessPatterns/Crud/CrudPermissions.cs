using Amazon.CDK.AWS.DynamoDB;

namespace ServerlessPatterns;

/// <summary>What the function of a CRUD pattern may do: what its operations call, and nothing else.</summary>
internal static class CrudPermissions
{
    /// <summary>DynamoDB's own names of the calls, without their prefix.</summary>
    public static string[] Calls(CrudApiProps props)
    {
        (CrudOperations Operation, string[] Calls)[] needs =
        [
            (CrudOperations.Create, ["PutItem"]),
            (CrudOperations.Read, ["GetItem"]),
            (CrudOperations.List, [props.SortKeyName is null ? "Scan" : "Query"]),
            (CrudOperations.Replace, ["PutItem"]),

            // A patch is a read, and a write of the whole item that asks whether it still is what was read.
            (CrudOperations.Update, ["GetItem", "PutItem"]),
            (CrudOperations.Delete, ["DeleteItem"]),
        ];
        return
        [
            .. needs.Where(need => props.Operations.HasFlag(need.Operation)).SelectMany(need => need.Calls)
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
    }

    public static void Grant(PatternFunction function, ITable table, CrudApiProps props)
    {
        function.Allow([.. Calls(props).Select(call => $"dynamodb:{call}")], table.TableArn);
        if (table.EncryptionKey is { } key)
        {
            function.Allow(KeyStatements.TableActions, key.KeyArn);
        }
    }
}
