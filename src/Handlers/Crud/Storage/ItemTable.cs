using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ServerlessPatterns.Handlers.Crud.Items;

namespace ServerlessPatterns.Handlers.Crud.Storage;

/// <summary>The calls to the table: each method is one call, and needs the permission for that one.</summary>
internal sealed class ItemTable(IAmazonDynamoDB client, CrudSettings settings)
{
    /// <summary>Consistent, so that a client reads what it has just written.</summary>
    public async Task<Dictionary<string, AttributeValue>?> GetAsync(ItemKey key, CancellationToken cancellation)
    {
        var request = new GetItemRequest { TableName = settings.TableName, Key = key.Attributes, ConsistentRead = true };
        var response = await client.GetItemAsync(request, cancellation).ConfigureAwait(false);
        return response.Item is { Count: > 0 } item ? item : null;
    }

    /// <summary>Writes the whole item, which carries a version of its own.</summary>
    public async Task<WriteResult> PutAsync(Dictionary<string, AttributeValue> item, WriteCondition condition, CancellationToken cancellation)
    {
        var request = new PutItemRequest
        {
            TableName = settings.TableName,
            Item = item,
            ConditionExpression = condition.Expression,
            ExpressionAttributeNames = condition.Names,
            ExpressionAttributeValues = condition.Values,
            ReturnValues = ReturnValue.ALL_OLD,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
        try
        {
            var response = await client.PutItemAsync(request, cancellation).ConfigureAwait(false);
            return new WriteResult(IsWritten: true, response.Attributes is { Count: > 0 } before ? before : null);
        }
        catch (ConditionalCheckFailedException exception)
        {
            // The first try may have been written although its answer was lost: then the condition fails on our own item.
            var isOurs = ItemAttributes.FindVersion(exception.Item) == ItemAttributes.FindVersion(item);
            return isOurs ? new WriteResult(IsWritten: true, null) : new WriteResult(IsWritten: false, exception.Item);
        }
    }

    public async Task<bool> DeleteAsync(ItemKey key, WriteCondition condition, CancellationToken cancellation)
    {
        var request = new DeleteItemRequest
        {
            TableName = settings.TableName,
            Key = key.Attributes,
            ConditionExpression = condition.Expression,
            ExpressionAttributeNames = condition.Names,
            ExpressionAttributeValues = condition.Values,
        };
        try
        {
            await client.DeleteItemAsync(request, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    public async Task<ItemPage> ScanAsync(int limit, ItemKey? after, CancellationToken cancellation)
    {
        var request = new ScanRequest { TableName = settings.TableName, Limit = limit, ExclusiveStartKey = after?.Attributes };
        var response = await client.ScanAsync(request, cancellation).ConfigureAwait(false);
        return ToPage(response.Items, response.LastEvaluatedKey);
    }

    public async Task<ItemPage> QueryAsync(AttributeValue partition, int limit, ItemKey? after, CancellationToken cancellation)
    {
        var request = new QueryRequest
        {
            TableName = settings.TableName,
            KeyConditionExpression = "#key = :key",
            ExpressionAttributeNames = new(StringComparer.Ordinal) { ["#key"] = settings.PartitionKey.Name },
            ExpressionAttributeValues = new(StringComparer.Ordinal) { [":key"] = partition },
            Limit = limit,
            ExclusiveStartKey = after?.Attributes,
        };
        var response = await client.QueryAsync(request, cancellation).ConfigureAwait(false);
        return ToPage(response.Items, response.LastEvaluatedKey);
    }

    private static ItemPage ToPage(List<Dictionary<string, AttributeValue>>? items, Dictionary<string, AttributeValue>? last) =>
        new(items ?? [], last is { Count: > 0 } ? new ItemKey(last) : null);
}
