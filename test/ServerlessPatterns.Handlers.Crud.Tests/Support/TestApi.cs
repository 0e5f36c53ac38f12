using System.Text;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using ServerlessPatterns.Handlers.Crud.Storage;

namespace ServerlessPatterns.Handlers.Crud.Tests.Support;

/// <summary>A handler in front of a table of its own.</summary>
internal sealed class TestApi : IAsyncDisposable
{
    public const string Region = "us-east-1";

    private readonly MemoryStream log = new();
    private readonly CrudHandler handler;
    private readonly CrudSettings settings;
    private readonly RequestLog requestLog;
    private readonly bool ownsTable;

    private TestApi(CrudSettings settings, AmazonDynamoDBClient client, Wire wire, bool ownsTable)
    {
        this.ownsTable = ownsTable;
        Table = client;
        TableName = settings.TableName;
        Wire = wire;
        this.settings = settings;
        requestLog = new RequestLog(log);
        handler = new CrudHandler(settings, client, requestLog);
    }

    /// <summary>moto takes any; an endpoint that was given may not.</summary>
    public static BasicAWSCredentials Credentials =>
        new(Variable("AWS_ACCESS_KEY_ID") ?? "test", Variable("AWS_SECRET_ACCESS_KEY") ?? "test");

    public Wire Wire { get; }

    public AmazonDynamoDBClient Table { get; }

    public string TableName { get; }

    public string Log => Encoding.UTF8.GetString(log.ToArray());

    public static async Task<TestApi> CreateAsync(
        EmulatorFixture emulator,
        Dictionary<string, string>? environment = null,
        Wire? wire = null,
        TimeSpan? timeout = null)
    {
        var tableSettings = CrudSettings.Read(Environment($"orders-{Guid.NewGuid():N}", environment ?? []).GetValueOrDefault);
        wire ??= new Wire { Serialises = emulator.IsMoto };
        var config = TableClient.Config();
        config.ServiceURL = emulator.Endpoint.ToString();
        config.AuthenticationRegion = Region;
        config.HttpClientFactory = wire;
        config.Timeout = timeout ?? config.Timeout;
        var api = new TestApi(tableSettings, new AmazonDynamoDBClient(Credentials, config), wire, ownsTable: true);
        await api.CreateTableAsync();
        wire.Actions.Clear();
        return api;
    }

    /// <summary>Another handler on the same table, as a second instance of the function would be.</summary>
    public TestApi With(Dictionary<string, string> environment) =>
        new(CrudSettings.Read(Environment(TableName, environment).GetValueOrDefault), Table, Wire, ownsTable: false);

    public Task<ApiResponse> SendAsync(string version, ApiRequest request) => SendAsync(request.ToEvent(version));

    public Task<ApiResponse> SendAsync(JsonNode @event) => SendAsync(Encoding.UTF8.GetBytes(@event.ToJsonString()));

    public async Task<ApiResponse> SendAsync(byte[] @event)
    {
        using var input = new MemoryStream(@event);
        await using var output = await handler.HandleAsync(input);
        return await ApiResponse.ReadAsync(output);
    }

    public async Task<Dictionary<string, AttributeValue>> ReadItemAsync(string id) =>
        (await Table.GetItemAsync(TableName, new Dictionary<string, AttributeValue> { ["id"] = new() { S = id } })).Item;

    /// <summary>What happens in Lambda's init phase.</summary>
    public void WarmUp() => Crud.WarmUp.Run(handler, settings, requestLog);

    /// <summary>What another writer of the table does.</summary>
    public Task StoreAsync(Dictionary<string, AttributeValue> item) => Table.PutItemAsync(TableName, item);

    public async ValueTask DisposeAsync()
    {
        await log.DisposeAsync();
        if (ownsTable)
        {
            Wire.Disturb = static _ => null;
            await Table.DeleteTableAsync(TableName);
            Table.Dispose();
            Wire.Dispose();
        }
    }

    private static string? Variable(string name) => System.Environment.GetEnvironmentVariable(name);

    private static Dictionary<string, string> Environment(string tableName, Dictionary<string, string> more)
    {
        var environment = new Dictionary<string, string>
        {
            [CrudEnvironment.TableName] = tableName,
            [CrudEnvironment.ResourceName] = "orders",
            [CrudEnvironment.CursorKey] = "1f0c7e50-9d6b-11f0-a1b2-0e9d6b7c8d9e",
        };
        foreach (var (name, value) in more)
        {
            environment[name] = value;
        }

        return environment;
    }

    private async Task CreateTableAsync()
    {
        KeyAttribute[] keys = settings.SortKey is { } sortKey ? [settings.PartitionKey, sortKey] : [settings.PartitionKey];
        var response = await Table.CreateTableAsync(new CreateTableRequest
        {
            TableName = TableName,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            AttributeDefinitions =
            [
                .. keys.Select(key => new AttributeDefinition(key.Name, key.Type == KeyType.Number ? ScalarAttributeType.N : ScalarAttributeType.S)),
            ],
            KeySchema = [.. keys.Select((key, index) => new KeySchemaElement(key.Name, index == 0 ? Amazon.DynamoDBv2.KeyType.HASH : Amazon.DynamoDBv2.KeyType.RANGE))],
        });
        for (var status = response.TableDescription.TableStatus; status != TableStatus.ACTIVE;)
        {
            await Task.Delay(500);
            status = (await Table.DescribeTableAsync(TableName)).Table.TableStatus;
        }
    }
}
