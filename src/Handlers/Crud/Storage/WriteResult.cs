using Amazon.DynamoDBv2.Model;

namespace ServerlessPatterns.Handlers.Crud.Storage;

/// <summary>How a write ended: whether its condition held, and the item that was there.</summary>
internal sealed record WriteResult(bool IsWritten, Dictionary<string, AttributeValue>? Before);
