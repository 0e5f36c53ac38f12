using System.Globalization;
using System.Text.Json.Nodes;
using Examples.Tests.Support;
using OrderTotals;

namespace Examples.Tests.OrderTotals;

public sealed class TotalsFunctionTests(EmulatorFixture emulator)
{
    [Fact]
    public async Task Changes_OfEveryKind_KeepTheTotals()
    {
        await using var table = await TestTable.CreateAsync(emulator, "id");

        (await SendAsync(table, [
            Change(1, "o-1", null, Order("c-1", "10.5")),
            Change(2, "o-2", null, Order("c-1", "5")),
            Change(3, "o-3", null, Order("c-2", "1")),
            // Another total, another customer, gone.
            Change(4, "o-1", Order("c-1", "10.5"), Order("c-1", "8")),
            Change(5, "o-2", Order("c-1", "5"), Order("c-2", "6")),
            Change(6, "o-3", Order("c-2", "1"), null),
        ])).ShouldBeEmpty();

        (await TotalsAsync(table)).ShouldBe(["customer#c-1: 1, 8", "customer#c-2: 1, 6"]);
    }

    [Fact]
    public async Task Batch_DeliveredAgain_ChangesNothing()
    {
        await using var table = await TestTable.CreateAsync(emulator, "id");
        JsonObject[] batch = [Change(1, "o-1", null, Order("c-1", "10")), Change(2, "o-1", Order("c-1", "10"), Order("c-2", "11"))];
        await SendAsync(table, batch);
        var before = await table.DumpAsync();

        (await SendAsync(table, batch)).ShouldBeEmpty();

        (await table.DumpAsync()).ShouldBe(before);
        (await TotalsAsync(table)).ShouldBe(["customer#c-1: 0, 0", "customer#c-2: 1, 11"]);
    }

    [Fact]
    public async Task Change_WithoutAnOrder_IsTheCheckpoint()
    {
        await using var table = await TestTable.CreateAsync(emulator, "id");

        (await SendAsync(table, [
            Change(1, "o-1", null, Order("c-1", "1")),
            Change(2, "o-2", null, new JsonObject { ["customerId"] = new JsonObject { ["S"] = "c-1" }, ["total"] = new JsonObject { ["S"] = "2" } }),
            Change(3, "o-3", null, Order("c-1", "4")),
        ])).ShouldBe([Number(2)]);

        (await TotalsAsync(table)).ShouldBe(["customer#c-1: 1, 1"]);
    }

    [Fact]
    public async Task Change_OfWhatWasNoOrder_CountsTheOrder()
    {
        await using var table = await TestTable.CreateAsync(emulator, "id");

        (await SendAsync(table, [Change(1, "o-1", new JsonObject { ["note"] = new JsonObject { ["S"] = "draft" } }, Order("c-1", "3"))])).ShouldBeEmpty();

        (await TotalsAsync(table)).ShouldBe(["customer#c-1: 1, 3"]);
    }

    [Fact]
    public async Task Change_OfSomethingElse_WritesNothing()
    {
        await using var table = await TestTable.CreateAsync(emulator, "id");

        (await SendAsync(table, [Change(1, "o-1", Order("c-1", "3"), Order("c-1", "3.0"))])).ShouldBeEmpty();

        (await table.DumpAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Expiry_OfAnOrder_StaysCounted()
    {
        await using var table = await TestTable.CreateAsync(emulator, "id");
        var expiry = Change(2, "o-1", Order("c-1", "3"), null);
        expiry["userIdentity"] = new JsonObject { ["type"] = "Service", ["principalId"] = "dynamodb.amazonaws.com" };

        (await SendAsync(table, [Change(1, "o-1", null, Order("c-1", "3")), expiry])).ShouldBeEmpty();

        (await TotalsAsync(table)).ShouldBe(["customer#c-1: 1, 3"]);
    }

    private static JsonObject Order(string customerId, string total) =>
        new() { ["customerId"] = new JsonObject { ["S"] = customerId }, ["total"] = new JsonObject { ["N"] = total } };

    private static JsonObject Change(int number, string id, JsonObject? before, JsonObject? after) =>
        EventDocument.Change(Number(number), new JsonObject { ["id"] = new JsonObject { ["S"] = id } }, before, after);

    private static string Number(int number) => $"20232860000171238596726175{number}";

    private static Task<string[]> SendAsync(TestTable table, IEnumerable<JsonObject> changes) =>
        new TotalsFunction(table.Client, table.Name).FailuresAsync(EventDocument.Batch(changes));

    private static async Task<string[]> TotalsAsync(TestTable table) =>
    [
        .. (await table.ScanAsync())
            .Where(item => item.ContainsKey("orders"))
            .Select(item => $"{item["id"].S}: {item["orders"].N}, {decimal.Parse(item["revenue"].N, CultureInfo.InvariantCulture):0.##}")
            .Order(StringComparer.Ordinal),
    ];
}
