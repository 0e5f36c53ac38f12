using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace ServerlessPatterns;

/// <summary>The checks of <see cref="TableStreamProcessorProps"/>.</summary>
internal static class TableStreamChecks
{
    // The stream of a table keeps records for a day:
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html
    public const double MostSeconds = 86400;

    // https://docs.aws.amazon.com/lambda/latest/dg/with-ddb-filtering.html
    private static readonly string[] Fields =
        ["dynamodb", "eventName", "userIdentity", "awsRegion", "eventID", "eventSource", "eventSourceARN", "eventVersion"];

    public static void ThrowIfInvalid(Construct scope, string id, TableStreamProcessorProps props)
    {
        var checks = new Checks();
        if (props.Table is null)
        {
            CheckKeys(checks, props);
        }
        else
        {
            CheckGiven(checks, props, props.Table);
        }

        StreamChecks.CheckPosition(checks, props, [StartingPosition.TRIM_HORIZON, StartingPosition.LATEST]);
        StreamChecks.Check(checks, props, MostSeconds, Fields);
        checks.ThrowIfAny(nameof(TableStreamProcessor), scope, id);
    }

    private static void CheckGiven(Checks checks, TableStreamProcessorProps props, ITable table)
    {
        checks.Require(
            table.TableStreamArn is not null,
            ErrorCodes.StreamMissing,
            nameof(props.Table),
            "a table whose stream is not known",
            "a table with a stream",
            "Set Stream (DynamoStream of a TableV2) where the table is made; import one with Table.FromTableAttributes and its TableStreamArn.");

        var defaults = new TableStreamProcessorProps();
        foreach (var (setting, isSet) in new[]
        {
            (nameof(props.PartitionKeyName), props.PartitionKeyName != defaults.PartitionKeyName),
            (nameof(props.PartitionKeyType), props.PartitionKeyType != defaults.PartitionKeyType),
            (nameof(props.SortKeyName), props.SortKeyName is not null),
            (nameof(props.SortKeyType), props.SortKeyType != defaults.SortKeyType),
            (nameof(props.StreamViewType), props.StreamViewType != defaults.StreamViewType),
            (nameof(props.TimeToLiveAttribute), props.TimeToLiveAttribute is not null),
            (nameof(props.TableDeletionProtection), props.TableDeletionProtection),
            (nameof(props.ConfigureTable), props.ConfigureTable is not null),
        })
        {
            StreamChecks.NotBoth(checks, isSet, nameof(props.Table), setting);
        }
    }

    private static void CheckKeys(Checks checks, TableStreamProcessorProps props)
    {
        CheckName(checks, ErrorCodes.StreamTableKey, nameof(props.PartitionKeyName), props.PartitionKeyName);
        checks.Defined(ErrorCodes.StreamTableKeyType, nameof(props.PartitionKeyType), props.PartitionKeyType, "Use one of the named values.");
        checks.Defined(ErrorCodes.StreamTableKeyType, nameof(props.SortKeyType), props.SortKeyType, "Use one of the named values.");
        checks.Defined(ErrorCodes.StreamView, nameof(props.StreamViewType), props.StreamViewType, "Use one of the named values.");
        if (props.SortKeyName is { } sortKey)
        {
            CheckName(checks, ErrorCodes.StreamTableKey, nameof(props.SortKeyName), sortKey);
            checks.Require(sortKey != props.PartitionKeyName, ErrorCodes.StreamTableKey, nameof(props.SortKeyName), Checks.Quote(sortKey), "another name than that of the partition key", "Rename one of the two.");
        }

        if (props.TimeToLiveAttribute is { } timeToLive)
        {
            CheckName(checks, ErrorCodes.StreamTimeToLive, nameof(props.TimeToLiveAttribute), timeToLive);
            checks.Require(timeToLive != props.PartitionKeyName && timeToLive != props.SortKeyName, ErrorCodes.StreamTimeToLive, nameof(props.TimeToLiveAttribute), Checks.Quote(timeToLive), "an attribute that is no key", "Give it a name of its own, such as expiresAt.");
        }
    }

    private static void CheckName(Checks checks, string code, string property, string name) => checks.Require(
        RecoverableTable.IsAttributeName(name),
        code,
        property,
        Checks.Quote(name),
        $"1 to {RecoverableTable.MaxAttributeNameBytes} bytes",
        "Rename the attribute.");
}
