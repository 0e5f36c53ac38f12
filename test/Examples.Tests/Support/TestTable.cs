using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Examples.Tests.Support;

/// <summary>A table of its own for a test.</summary>
internal sealed class TestTable : IAsyncDisposable
{
    private TestTable(AmazonDynamoDBClient client, string name) => (Client, Name) = (client, name);

    public AmazonDynamoDBClient Client { get; }

    public string Name { get; }

    public static async Task<TestTable> CreateAsync(EmulatorFixture emulator, params string[] keys)
    {
        var table = new TestTable(emulator.DynamoDb, $"table-{Guid.NewGuid():N}");
        var response = await table.Client.CreateTableAsync(new CreateTableRequest
        {
            TableName = table.Name,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            AttributeDefinitions = [.. keys.Select(key => new AttributeDefinition(key, ScalarAttributeType.S))],
            KeySchema = [.. keys.Select((key, index) => new KeySchemaElement(key, index == 0 ? KeyType.HASH : KeyType.RANGE))],
        });
        for (var status = response.TableDescription.TableStatus; status != TableStatus.ACTIVE;)
        {
            await Task.Delay(500);
            status = (await table.Client.DescribeTableAsync(table.Name)).Table.TableStatus;
        }

        return table;
    }

    /// <summary>All items, each as one line of text, in a stable order.</summary>
    public async Task<string[]> DumpAsync() => [.. (await ScanAsync()).Select(Describe).Order(StringComparer.Ordinal)];

    public async Task<List<Dictionary<string, AttributeValue>>> ScanAsync() =>
        (await Client.ScanAsync(new ScanRequest { TableName = Name, ConsistentRead = true })).Items;

    public async ValueTask DisposeAsync()
    {
        await Client.DeleteTableAsync(Name);
        Client.Dispose();
    }

    private static string Describe(Dictionary<string, AttributeValue> item) =>
        string.Join(" ", item.OrderBy(attribute => attribute.Key, StringComparer.Ordinal).Select(attribute => $"{attribute.Key}={Describe(attribute.Value)}"));

    private static string Describe(AttributeValue value) => value switch
    {
        { M: { } members } => $"{{{Describe(members)}}}",
        { L: { } elements } => $"[{string.Join(", ", elements.Select(Describe))}]",
        _ => value.S ?? value.N,
    };
}
