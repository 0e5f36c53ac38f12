using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace MinuteAggregates;

/// <summary>Counts each reading into its minute once.</summary>
/// <remarks>
/// With the aggregate, the same transaction puts a marker of the reading. A reading that comes again, in the same batch or
/// another, a minute later or from the failure destination, finds its marker and changes nothing. A sequence number kept
/// in the aggregate would be cheaper, and would drop what is replayed after later readings.
/// </remarks>
internal sealed class AggregateTable(IAmazonDynamoDB table, string tableName)
{
    private const int Tries = 5;

    /// <summary>Longer than a stream's failures wait for somebody who replays them.</summary>
    private static readonly TimeSpan MarkerLife = TimeSpan.FromDays(30);

    public async Task AddAsync(Reading reading, string eventId, CancellationToken cancellationToken)
    {
        var key = Key(reading.Sensor, reading.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture));
        for (var attempt = 1; ; attempt++)
        {
            var found = (await table.GetItemAsync(
                new GetItemRequest { TableName = tableName, Key = key, ConsistentRead = true }, cancellationToken)).Item;
            var before = found is { Count: > 0 } ? Aggregate.Read(found) : null;
            try
            {
                await table.TransactWriteItemsAsync(
                    new TransactWriteItemsRequest
                    {
                        TransactItems =
                        [
                            new() { Put = Marker(reading.Sensor, eventId) },
                            new() { Put = Replacement(key, before, before?.With(reading.Value) ?? Aggregate.Of(reading.Value)) },
                        ],
                    },
                    cancellationToken);
                return;
            }
            catch (TransactionCanceledException exception) when (exception.CancellationReasons[0].Code == "ConditionalCheckFailed")
            {
                return;
            }
            catch (TransactionCanceledException exception) when (attempt < Tries && IsConflict(exception))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20 * attempt), cancellationToken);
            }
        }
    }

    /// <summary>Another writer came between.</summary>
    private static bool IsConflict(TransactionCanceledException exception) =>
        exception.CancellationReasons.Exists(reason => reason.Code is "ConditionalCheckFailed" or "TransactionConflict");

    private static Dictionary<string, AttributeValue> Key(string sensor, string minute) =>
        new() { ["sensor"] = new() { S = sensor }, ["minute"] = new() { S = minute } };

    private Put Marker(string sensor, string eventId) => new()
    {
        TableName = tableName,
        Item = new(Key(sensor, $"reading#{eventId}"))
        {
            ["expires"] = new() { N = DateTimeOffset.UtcNow.Add(MarkerLife).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) },
        },
        ConditionExpression = "attribute_not_exists(sensor)",
    };

    /// <summary>The count only grows, so that it tells whether the aggregate is still the one that was read.</summary>
    private Put Replacement(Dictionary<string, AttributeValue> key, Aggregate? before, Aggregate after)
    {
        var put = new Put { TableName = tableName, Item = after.ToItem(key) };
        if (before is null)
        {
            put.ConditionExpression = "attribute_not_exists(sensor)";
        }
        else
        {
            put.ConditionExpression = "#count = :before";
            put.ExpressionAttributeNames = new() { ["#count"] = "count" };
            put.ExpressionAttributeValues = new() { [":before"] = new() { N = before.Count.ToString(CultureInfo.InvariantCulture) } };
        }

        return put;
    }
}
