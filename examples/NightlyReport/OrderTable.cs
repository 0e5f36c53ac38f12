using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace NightlyReport;

/// <summary>Reads the table of orders page by page.</summary>
/// <remarks>
/// All of it: the table of a CRUD pattern is keyed by the order, and no index knows the day. With an index on the day this
/// would be a query.
/// </remarks>
internal sealed class OrderTable(IAmazonDynamoDB table, string tableName)
{
    /// <summary>Null for an item that is no order: clients of the API can store any document.</summary>
    public async IAsyncEnumerable<StoredOrder?> ReadAsync()
    {
        var request = new ScanRequest
        {
            TableName = tableName,
            ProjectionExpression = "customerId, placedAt, #total",
            ExpressionAttributeNames = new() { ["#total"] = "total" },
        };
        do
        {
            var page = await table.ScanAsync(request);
            foreach (var item in page.Items)
            {
                yield return Find(item);
            }

            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
    }

    private static StoredOrder? Find(Dictionary<string, AttributeValue> item) =>
        item.GetValueOrDefault("customerId")?.S is { Length: > 0 } customerId
        && DateTimeOffset.TryParse(item.GetValueOrDefault("placedAt")?.S, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var placedAt)
        && decimal.TryParse(item.GetValueOrDefault("total")?.N, NumberStyles.Float, CultureInfo.InvariantCulture, out var total)
            ? new StoredOrder(customerId, placedAt, total)
            : null;
}
