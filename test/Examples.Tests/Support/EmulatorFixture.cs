using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.S3;

namespace Examples.Tests.Support;

/// <summary>One emulator for all tests, which skip with one line when there is none, and fail where CI is set.</summary>
public sealed class EmulatorFixture : IAsyncLifetime
{
    private const string Region = "us-east-1";

    private readonly TemporaryFolder folder = new();
    private Emulator? emulator;

    /// <summary>A client of the emulator's DynamoDB.</summary>
    public AmazonDynamoDBClient DynamoDb => DynamoDbThrough(null);

    /// <summary>A client of the emulator's S3.</summary>
    public AmazonS3Client S3 => new(Credentials, new AmazonS3Config { ServiceURL = Endpoint, AuthenticationRegion = Region, ForcePathStyle = true, MaxErrorRetry = 0 });

    /// <summary>moto takes any; an endpoint that was given may not.</summary>
    private static BasicAWSCredentials Credentials =>
        new(Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID") ?? "test", Environment.GetEnvironmentVariable("AWS_SECRET_ACCESS_KEY") ?? "test");

    private string Endpoint
    {
        get
        {
            if (emulator is null)
            {
                Tool.Require(Tool.Moto, "pip install \"moto[server]\", or set AWS_ENDPOINT_URL");
            }

            return emulator!.Endpoint.ToString();
        }
    }

    /// <summary>A client of the emulator's DynamoDB, whose connections a test makes.</summary>
    public AmazonDynamoDBClient DynamoDbThrough(HttpClientFactory? connections) => new(
        Credentials,
        new AmazonDynamoDBConfig { ServiceURL = Endpoint, AuthenticationRegion = Region, MaxErrorRetry = 0, HttpClientFactory = connections });

    /// <summary>A missing emulator is told by the tests that need it; a failing fixture would fail the others too.</summary>
    public async ValueTask InitializeAsync()
    {
        if (Emulator.GivenEndpoint is not null || Tool.IsOnPath(Tool.Moto))
        {
            emulator = await Emulator.StartAsync(folder.Path);
            // moto makes a service's state on the first call to it; of two first calls, one would lose its table.
            using var tables = DynamoDb;
            await tables.ListTablesAsync();
            using var buckets = S3;
            await buckets.ListBucketsAsync();
        }
    }

    public ValueTask DisposeAsync()
    {
        emulator?.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
