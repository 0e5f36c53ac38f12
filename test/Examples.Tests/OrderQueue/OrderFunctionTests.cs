using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Examples.Tests.Support;
using OrderQueue;
using ServerlessPatterns.Events;

namespace Examples.Tests.OrderQueue;

public sealed class OrderFunctionTests(EmulatorFixture emulator)
{
    private const string Bolts = """{"orderId":"o-1","customerId":"c-1","placedAt":"2026-11-20T10:30:00+01:00","lines":[{"sku":"bolt","quantity":40,"unitPrice":0.12},{"sku":"nut","quantity":2,"unitPrice":1.5}]}""";
    private const string Nuts = """{"orderId":"o-2","customerId":"c-1","placedAt":"2026-11-20T11:00:00Z","lines":[{"sku":"nut","quantity":1,"unitPrice":0}]}""";

    [Fact]
    public async Task Orders_New_ArePut()
    {
        await using var table = await TestTable.CreateAsync(emulator, "id");

        (await SendAsync(table, Bolts, Nuts)).ShouldBeEmpty();

        var item = (await table.ScanAsync()).Single(item => item["id"].S == "o-1");
        item["customerId"].S.ShouldBe("c-1");
        item["placedAt"].S.ShouldBe("2026-11-20T09:30:00Z");
        item["status"].S.ShouldBe("placed");
        decimal.Parse(item["total"].N, CultureInfo.InvariantCulture).ShouldBe(7.8m);
        item["lines"].L.Count.ShouldBe(2);
        item["lines"].L[0].M["quantity"].N.ShouldBe("40");
        (await table.ScanAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Orders_DeliveredAgain_ChangeNothing()
    {
        await using var table = await TestTable.CreateAsync(emulator, "id");
        await SendAsync(table, Bolts, Nuts);
        await ShipAsync(table, "o-1");
        var before = await table.DumpAsync();

        (await SendAsync(table, Bolts, Nuts)).ShouldBeEmpty();

        (await table.DumpAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Orders_AnotherUnderTheSameId_Fails()
    {
        await using var table = await TestTable.CreateAsync(emulator, "id");
        await SendAsync(table, Bolts);
        var before = await table.DumpAsync();

        (await SendAsync(table, Nuts, Bolts.Replace("c-1", "c-2", StringComparison.Ordinal))).ShouldBe(["message-1"]);

        var after = await table.DumpAsync();
        after.Length.ShouldBe(2);
        after.ShouldContain(before.ShouldHaveSingleItem());
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"orderId":"","customerId":"c","placedAt":"2026-11-20T11:00:00Z","lines":[{"sku":"nut","quantity":1,"unitPrice":1}]}""")]
    [InlineData("""{"orderId":"o","customerId":"c","placedAt":"2026-11-20T11:00:00Z","lines":[]}""")]
    [InlineData("""{"orderId":"o","customerId":"c","placedAt":"2026-11-20T11:00:00Z","lines":[{"sku":"nut","quantity":0,"unitPrice":1}]}""")]
    [InlineData("""{"orderId":"o","customerId":"c","placedAt":"2026-11-20T11:00:00Z","lines":[{"sku":"nut","quantity":1,"unitPrice":-1}]}""")]
    [InlineData("""{"orderId":"o","customerId":"c","placedAt":"yesterday","lines":[{"sku":"nut","quantity":1,"unitPrice":1}]}""")]
    public async Task Messages_NoOrder_FailAlone(string body)
    {
        await using var table = await TestTable.CreateAsync(emulator, "id");

        (await SendAsync(table, Bolts, body, Nuts)).ShouldBe(["message-1"]);

        (await table.ScanAsync()).Select(item => item["id"].S).ShouldBe(["o-1", "o-2"], ignoreOrder: true);
    }

    [Fact]
    public async Task Messages_AllFail_FailTheInvocation()
    {
        await using var table = await TestTable.CreateAsync(emulator, "id");

        await Should.ThrowAsync<BatchFailedException>(() => SendAsync(table, "{}", "not json"));
    }

    private static Task<UpdateItemResponse> ShipAsync(TestTable table, string id) => table.Client.UpdateItemAsync(new UpdateItemRequest
    {
        TableName = table.Name,
        Key = new() { ["id"] = new() { S = id } },
        UpdateExpression = "SET #status = :shipped",
        ExpressionAttributeNames = new() { ["#status"] = "status" },
        ExpressionAttributeValues = new() { [":shipped"] = new() { S = "shipped" } },
    });

    private static Task<string[]> SendAsync(TestTable table, params string[] bodies) => new OrderFunction(table.Client, table.Name)
        .FailuresAsync(EventDocument.Batch(bodies.Select((body, index) => EventDocument.Message($"message-{index}", body))));
}
