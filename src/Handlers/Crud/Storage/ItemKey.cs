using Amazon.DynamoDBv2.Model;

namespace ServerlessPatterns.Handlers.Crud.Storage;

/// <summary>The whole key of one item.</summary>
internal sealed record ItemKey(Dictionary<string, AttributeValue> Attributes)
{
    public static ItemKey FromPath(IReadOnlyList<string> segments, CrudSettings settings)
    {
        var key = new Dictionary<string, AttributeValue>(StringComparer.Ordinal)
        {
            [settings.PartitionKey.Name] = settings.PartitionKey.FromPath(segments[0]),
        };
        if (settings.SortKey is { } sortKey)
        {
            key[sortKey.Name] = sortKey.FromPath(segments[1]);
        }

        return new ItemKey(key);
    }

    public static ItemKey Of(Dictionary<string, AttributeValue> item, CrudSettings settings)
    {
        var key = new Dictionary<string, AttributeValue>(StringComparer.Ordinal)
        {
            [settings.PartitionKey.Name] = item[settings.PartitionKey.Name],
        };
        if (settings.SortKey is { } sortKey)
        {
            key[sortKey.Name] = item[sortKey.Name];
        }

        return new ItemKey(key);
    }

    public IEnumerable<string> Texts(CrudSettings settings)
    {
        yield return settings.PartitionKey.ToText(Attributes[settings.PartitionKey.Name]);
        if (settings.SortKey is { } sortKey)
        {
            yield return sortKey.ToText(Attributes[sortKey.Name]);
        }
    }
}
