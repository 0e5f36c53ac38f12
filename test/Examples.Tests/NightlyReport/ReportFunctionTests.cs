using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Examples.Tests.Support;
using NightlyReport;

namespace Examples.Tests.NightlyReport;

public sealed class ReportFunctionTests(EmulatorFixture emulator)
{
    private const string Input = """{"scheduledTime":"2026-11-21T01:00:00Z"}""";

    [Fact]
    public async Task Report_OfTheDayBefore_IsWritten()
    {
        await using var orders = await OrdersAsync();
        await using var bucket = await TestBucket.CreateAsync(emulator);

        var summary = await RunAsync(orders, bucket, Input);

        summary.ToJsonString().ShouldBe("""{"key":"reports/2026/11/orders-2026-11-20.csv","orders":4,"customers":3,"skipped":3}""");
        var report = await bucket.ReadAsync("reports/2026/11/orders-2026-11-20.csv");
        report.Text.ShouldBe("customerId,orders,total\r\n\"a, \"\"b\"\"\",1,0.005\r\nc-1,2,9.30\r\nc-7,1,4.80\r\n");
        report.ContentType.ShouldBe("text/csv; charset=utf-8");
    }

    [Fact]
    public async Task Report_MadeAgain_IsTheSameObject()
    {
        await using var orders = await OrdersAsync();
        await using var bucket = await TestBucket.CreateAsync(emulator);
        await RunAsync(orders, bucket, Input);
        var first = await bucket.ReadAsync("reports/2026/11/orders-2026-11-20.csv");

        await RunAsync(orders, bucket, """{"scheduledTime":"2026-11-21T01:00:00Z","attemptNumber":"2"}""");

        (await bucket.KeysAsync()).ShouldBe(["reports/2026/11/orders-2026-11-20.csv"]);
        (await bucket.ReadAsync("reports/2026/11/orders-2026-11-20.csv")).ShouldBe(first);
    }

    [Fact]
    public async Task Report_OfADayWithoutOrders_HasOnlyItsHead()
    {
        await using var orders = await OrdersAsync();
        await using var bucket = await TestBucket.CreateAsync(emulator);

        await RunAsync(orders, bucket, """{"scheduledTime":"2026-01-01T00:30:00+01:00"}""");

        (await bucket.ReadAsync("reports/2025/12/orders-2025-12-30.csv")).Text.ShouldBe("customerId,orders,total\r\n");
    }

    [Fact]
    public async Task Report_OfATableOfManyPages_HasThemAll()
    {
        await using var orders = await TestTable.CreateAsync(emulator, "id");
        await using var bucket = await TestBucket.CreateAsync(emulator);
        // A page ends at 1 MB.
        var note = new string('x', 300_000);
        for (var number = 0; number < 8; number++)
        {
            await PutAsync(orders, $"o-{number}", "c-1", "2026-11-20T10:00:00Z", "1", note);
        }

        (await RunAsync(orders, bucket, Input))["orders"]!.GetValue<int>().ShouldBe(8);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"scheduledTime":"<aws.scheduler.scheduled-time>"}""")]
    public async Task Input_WithoutTheScheduledTime_Fails(string input)
    {
        await using var orders = await TestTable.CreateAsync(emulator, "id");
        await using var bucket = await TestBucket.CreateAsync(emulator);

        await Should.ThrowAsync<JsonException>(() => RunAsync(orders, bucket, input));

        (await bucket.KeysAsync()).ShouldBeEmpty();
    }

    private static async Task<JsonNode> RunAsync(TestTable orders, TestBucket bucket, string input)
    {
        await using var stream = new MemoryStream(Encoding.UTF8.GetBytes(input));
        await using var output = await new ReportFunction(orders.Client, orders.Name, bucket.Client, bucket.Name).FunctionHandler(stream);
        return (await JsonNode.ParseAsync(output))!;
    }

    private static Task<PutItemResponse> PutAsync(TestTable orders, string id, string customerId, string placedAt, string total, string note = "-") =>
        orders.Client.PutItemAsync(orders.Name, new()
        {
            ["id"] = new() { S = id },
            ["customerId"] = new() { S = customerId },
            ["placedAt"] = new() { S = placedAt },
            ["total"] = new() { N = total },
            ["note"] = new() { S = note },
        });

    private async Task<TestTable> OrdersAsync()
    {
        var orders = await TestTable.CreateAsync(emulator, "id");
        await PutAsync(orders, "o-1", "c-1", "2026-11-20T00:00:00Z", "7.8");
        await PutAsync(orders, "o-2", "c-7", "2026-11-20T23:59:59Z", "4.8");
        await PutAsync(orders, "o-3", "c-1", "2026-11-21T00:30:00+01:00", "1.5");
        await PutAsync(orders, "o-4", "a, \"b\"", "2026-11-20T12:00:00Z", "0.005");
        await PutAsync(orders, "o-5", "c-1", "2026-11-19T23:59:59Z", "1000");
        await PutAsync(orders, "o-6", "c-1", "2026-11-21T00:00:00Z", "1000");
        await PutAsync(orders, "o-7", "c-1", "yesterday", "1000");
        await orders.Client.PutItemAsync(orders.Name, new() { ["id"] = new() { S = "o-8" } });
        await orders.Client.PutItemAsync(orders.Name, new() { ["id"] = new() { S = "o-9" }, ["customerId"] = new() { S = "c-1" }, ["placedAt"] = new() { S = "2026-11-20T12:00:00Z" }, ["total"] = new() { S = "3" } });
        return orders;
    }
}
