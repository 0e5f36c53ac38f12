using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using ServerlessPatterns.Events;

namespace OrderTotals;

/// <summary>Keeps the number and the sum of each customer's orders, from the changes of the table of orders.</summary>
public sealed class TotalsFunction : TableStreamHandler
{
    /// <summary>Longer than a stream's failures wait for somebody who replays them.</summary>
    private static readonly TimeSpan MarkerLife = TimeSpan.FromDays(30);

    private readonly IAmazonDynamoDB table;
    private readonly string tableName;

    /// <summary>Reads the environment and makes the client, once for all batches.</summary>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "It lives as long as the process.")]
    public TotalsFunction()
        : this(
            new AmazonDynamoDBClient(new AmazonDynamoDBConfig { RetryMode = RequestRetryMode.Standard, Timeout = TimeSpan.FromSeconds(5) }),
            Environment.GetEnvironmentVariable("TABLE_NAME") ?? throw new InvalidOperationException("The environment variable TABLE_NAME is not set."))
    {
    }

    internal TotalsFunction(IAmazonDynamoDB table, string tableName) => (this.table, this.tableName) = (table, tableName);

    /// <inheritdoc/>
    protected override async Task ProcessAsync(TableStreamRecord record, CancellationToken cancellationToken)
    {
        if (record.IsExpiry)
        {
            // An order that is not kept any longer was an order all the same.
            return;
        }

        var after = record.Change.NewImage is { } image
            ? Counted.Find(image) ?? throw new InvalidOperationException("The order has no customerId (a text) or no total (a number).")
            : null;
        // What was no order before was not counted either.
        var before = record.Change.OldImage is { } oldImage ? Counted.Find(oldImage) : null;
        if (before == after)
        {
            return;
        }

        try
        {
            await table.TransactWriteItemsAsync(
                new TransactWriteItemsRequest
                {
                    TransactItems = [new() { Put = Marker(record) }, .. Differences(before, after).Select(update => new TransactWriteItem { Update = update })],
                },
                cancellationToken);
        }
        catch (TransactionCanceledException exception) when (exception.CancellationReasons[0].Code == "ConditionalCheckFailed")
        {
            // Delivered again: the marker is there, and so are the totals.
        }
    }

    private IEnumerable<Update> Differences(Counted? before, Counted? after)
    {
        if (before?.CustomerId == after?.CustomerId)
        {
            yield return Add(after!.CustomerId, 0, after.Total - before!.Total);
            yield break;
        }

        if (before is not null)
        {
            yield return Add(before.CustomerId, -1, -before.Total);
        }

        if (after is not null)
        {
            yield return Add(after.CustomerId, 1, after.Total);
        }
    }

    private Update Add(string customerId, int orders, decimal revenue) => new()
    {
        TableName = tableName,
        Key = new() { ["id"] = new() { S = $"customer#{customerId}" } },
        UpdateExpression = "ADD orders :orders, revenue :revenue",
        ExpressionAttributeValues = new() { [":orders"] = Number(orders), [":revenue"] = Number(revenue) },
    };

    private Put Marker(TableStreamRecord record) => new()
    {
        TableName = tableName,
        Item = new()
        {
            ["id"] = new() { S = $"change#{record.EventId ?? record.Change.SequenceNumber}" },
            ["expires"] = Number(DateTimeOffset.UtcNow.Add(MarkerLife).ToUnixTimeSeconds()),
        },
        ConditionExpression = "attribute_not_exists(id)",
    };

    private static AttributeValue Number(decimal value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };
}
