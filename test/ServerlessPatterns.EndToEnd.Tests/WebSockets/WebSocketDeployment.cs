using Amazon.DynamoDBv2.Model;

namespace ServerlessPatterns.EndToEnd.Tests;

[CollectionDefinition(Collection)]
public sealed class WebSocketCollection : ICollectionFixture<WebSocketDeployment>
{
    public const string Collection = "WebSocket, deployed";
}

/// <summary>The gallery's <c>WebSocketBackend</c>, with its function running behind a stand-in for API Gateway.</summary>
public sealed class WebSocketDeployment(GalleryFixture gallery) : StackDeployment(gallery, "WebSocket"), IAsyncDisposable
{
    internal WebSocketGateway Gateway { get; private set; } = null!;

    internal RunningFunction Running { get; private set; } = null!;

    internal string TableArn => $"arn:aws:dynamodb:{Stack.Region}:{Stack.Account}:table/{Stack.Outputs["Table"]}";

    protected override async Task StartAsync()
    {
        Gateway = await WebSocketGateway.StartAsync(Stack);
        Running = await RunFunctionAsync(variables: new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["CONNECTIONS_URL"] = Gateway.ConnectionsUrl.AbsoluteUri,
        });
        Gateway.Function = Running;
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        if (Gateway is not null)
        {
            await Gateway.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    /// <summary>Who is in a room, by the ids of their connections.</summary>
    internal async Task<IReadOnlyList<string>> MembersAsync(string room)
    {
        var answer = await Gallery.Aws.DynamoDb.QueryAsync(new QueryRequest
        {
            TableName = Stack.Outputs["Table"],
            ConsistentRead = true,
            KeyConditionExpression = "room = :room",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue>(StringComparer.Ordinal) { [":room"] = new() { S = room } },
        });
        return [.. answer.Items.Select(item => item["connectionId"].S)];
    }
}
