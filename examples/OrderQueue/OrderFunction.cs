using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using ServerlessPatterns.Events;

namespace OrderQueue;

/// <summary>Puts the orders of a queue into a table, each once.</summary>
public sealed class OrderFunction : QueueHandler
{
    private readonly IAmazonDynamoDB table;
    private readonly string tableName;

    /// <summary>Reads the environment and makes the client, once for all batches.</summary>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "It lives as long as the process.")]
    public OrderFunction()
        : this(
            new AmazonDynamoDBClient(new AmazonDynamoDBConfig { RetryMode = RequestRetryMode.Standard, Timeout = TimeSpan.FromSeconds(5) }),
            Environment.GetEnvironmentVariable("TABLE_NAME") ?? throw new InvalidOperationException("The environment variable TABLE_NAME is not set."))
    {
    }

    internal OrderFunction(IAmazonDynamoDB table, string tableName) => (this.table, this.tableName) = (table, tableName);

    /// <inheritdoc/>
    protected override async Task ProcessAsync(SqsMessage record, CancellationToken cancellationToken)
    {
        var order = record.ReadBody(OrderJson.Default.Order);
        order.Check();
        var item = ToItem(order);
        try
        {
            await table.PutItemAsync(
                new PutItemRequest
                {
                    TableName = tableName,
                    Item = item,
                    // The order may have gone on since its first delivery; what is there is not put again.
                    ConditionExpression = "attribute_not_exists(id)",
                    ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
                },
                cancellationToken);
        }
        catch (ConditionalCheckFailedException exception) when (Fingerprint(exception.Item) == Fingerprint(item))
        {
            // Delivered again.
        }
        catch (ConditionalCheckFailedException exception)
        {
            throw new InvalidOperationException($"There is another order {order.OrderId}.", exception);
        }
    }

    private static Dictionary<string, AttributeValue> ToItem(Order order) => new()
    {
        ["id"] = new() { S = order.OrderId },
        ["customerId"] = new() { S = order.CustomerId },
        ["placedAt"] = new() { S = order.PlacedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) },
        ["status"] = new() { S = "placed" },
        ["total"] = Number(order.Total),
        ["lines"] = new() { L = [.. order.Lines.Select(ToAttribute)] },
        ["fingerprint"] = new() { S = order.Fingerprint },
    };

    private static AttributeValue ToAttribute(OrderLine line) => new()
    {
        M = new()
        {
            ["sku"] = new() { S = line.Sku },
            ["quantity"] = Number(line.Quantity),
            ["unitPrice"] = Number(line.UnitPrice),
        },
    };

    private static AttributeValue Number(decimal value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };

    private static string? Fingerprint(Dictionary<string, AttributeValue>? item) => item?.GetValueOrDefault("fingerprint")?.S;
}
