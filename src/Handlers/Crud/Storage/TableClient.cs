using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace ServerlessPatterns.Handlers.Crud.Storage;

/// <summary>Makes the client, with retries and timeouts that leave room within API Gateway's 29 seconds.</summary>
internal static class TableClient
{
    /// <summary>Three tries of at most 4 s, and less than 4 s between them.</summary>
    public static AmazonDynamoDBConfig Config() => new()
    {
        RetryMode = RequestRetryMode.Standard,
        MaxErrorRetry = 2,
        ConnectTimeout = TimeSpan.FromSeconds(2),
        Timeout = TimeSpan.FromSeconds(4),
    };
}
