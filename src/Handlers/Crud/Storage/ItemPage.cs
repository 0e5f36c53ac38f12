using Amazon.DynamoDBv2.Model;

namespace ServerlessPatterns.Handlers.Crud.Storage;

/// <summary>Some items, and where the next ones begin.</summary>
internal sealed record ItemPage(IReadOnlyList<Dictionary<string, AttributeValue>> Items, ItemKey? Last);
