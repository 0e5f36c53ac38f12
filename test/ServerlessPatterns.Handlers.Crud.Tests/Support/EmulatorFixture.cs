using Amazon.DynamoDBv2;

namespace ServerlessPatterns.Handlers.Crud.Tests.Support;

/// <summary>One emulator for all tests, which skip with one line when there is none, and fail where CI is set.</summary>
public sealed class EmulatorFixture : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private Emulator? emulator;

    public Uri Endpoint
    {
        get
        {
            if (emulator is null)
            {
                Tool.Require(Tool.Moto, "pip install \"moto[server]\", or set AWS_ENDPOINT_URL");
            }

            return emulator!.Endpoint;
        }
    }

    public bool IsMoto => emulator?.IsMoto ?? false;

    /// <summary>A missing emulator is told by the tests that need it; a failing fixture would fail the others too.</summary>
    public async ValueTask InitializeAsync()
    {
        if (Emulator.GivenEndpoint is not null || Tool.IsOnPath(Tool.Moto))
        {
            emulator = await Emulator.StartAsync(folder.Path);
            // moto makes a service's state on the first call to it; of two first calls, one would lose its table.
            using var client = new AmazonDynamoDBClient(TestApi.Credentials, new AmazonDynamoDBConfig
            {
                ServiceURL = emulator.Endpoint.ToString(),
                AuthenticationRegion = TestApi.Region,
            });
            await client.ListTablesAsync();
        }
    }

    public ValueTask DisposeAsync()
    {
        emulator?.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
