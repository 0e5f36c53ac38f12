using System.Globalization;
using Amazon.DynamoDBv2.Model;
using ServerlessPatterns.Handlers.Crud.Http;
using ServerlessPatterns.Handlers.Crud.Storage;

namespace ServerlessPatterns.Handlers.Crud.Items;

/// <summary>What a client's document may hold, and what the table asks of the item that is made of it.</summary>
internal sealed class ItemRules(CrudSettings settings)
{
    public static void RefuseReserved(Dictionary<string, AttributeValue> document)
    {
        if (document.Keys.FirstOrDefault(ItemAttributes.IsReserved) is { } name)
        {
            throw new ProblemException(Problem.BadRequest(
                $"Names that begin with {CrudEnvironment.ReservedPrefix} are kept for the service.", JsonPointer.To(name)));
        }
    }

    /// <summary>Puts the path's key into the document; the body may repeat it, and must not say another.</summary>
    public static void SetKey(Dictionary<string, AttributeValue> document, KeyAttribute key, AttributeValue value)
    {
        if (document.TryGetValue(key.Name, out var stated) && key.ToText(key.Check(stated)) != key.ToText(value))
        {
            throw new ProblemException(Problem.BadRequest($"The body's {key.Name} is not the path's.", JsonPointer.To(key.Name)));
        }

        document[key.Name] = value;
    }

    public static void SetKeys(Dictionary<string, AttributeValue> document, ItemKey key, CrudSettings settings)
    {
        SetKey(document, settings.PartitionKey, key.Attributes[settings.PartitionKey.Name]);
        if (settings.SortKey is { } sortKey)
        {
            SetKey(document, sortKey, key.Attributes[sortKey.Name]);
        }
    }

    /// <summary>Checks the key that the body has, or makes one.</summary>
    public static void EnsureKey(Dictionary<string, AttributeValue> document, KeyAttribute key)
    {
        if (document.TryGetValue(key.Name, out var stated))
        {
            key.Check(stated);
            return;
        }

        if (key.Type == KeyType.Number)
        {
            throw new ProblemException(Problem.BadRequest($"The key {key.Name} is a number, and is not made for you.", JsonPointer.To(key.Name)));
        }

        document[key.Name] = new AttributeValue { S = Guid.CreateVersion7().ToString() };
    }

    /// <summary>The last check of an item, right before it is written.</summary>
    public void CheckItem(Dictionary<string, AttributeValue> item)
    {
        // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/time-to-live-ttl-before-you-start.html
        if (settings.TimeToLiveAttribute is { } name
            && item.TryGetValue(name, out var expiry)
            && !long.TryParse(expiry.N, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            throw new ProblemException(Problem.BadRequest(
                $"{name} is the time at which the item expires, a whole number of seconds since 1970.", JsonPointer.To(name)));
        }

        if (ItemSize.Of(item) > ItemSize.Max)
        {
            throw new ProblemException(Problem.ItemTooLarge);
        }
    }
}
