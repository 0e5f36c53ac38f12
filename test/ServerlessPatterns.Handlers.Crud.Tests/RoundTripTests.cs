using System.Text.Json;
using ServerlessPatterns.Handlers.Crud.Tests.Support;

namespace ServerlessPatterns.Handlers.Crud.Tests;

public sealed class RoundTripTests(EmulatorFixture emulator, ITestOutputHelper output)
{
    private const int Items = 2000;

    [Fact]
    public async Task RandomItems_ComeBackUnchanged()
    {
        var seed = Environment.GetEnvironmentVariable("TEST_SEED") is { Length: > 0 } given ? int.Parse(given, null) : Environment.TickCount;
        output.WriteLine($"TEST_SEED={seed}");
        var random = new RandomJson(seed);
        await using var api = await TestApi.CreateAsync(emulator, new() { [CrudEnvironment.MaxPageSize] = "1000" }, new Wire());
        var sent = Enumerable.Range(0, Items).ToDictionary(number => $"item-{number}", number => random.NextObject($"item-{number}"));

        await Parallel.ForEachAsync(sent, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (pair, _) =>
        {
            var response = await api.SendAsync(pair.Key.Length % 2 == 0 ? "1.0" : "2.0", new ApiRequest("PUT", pair.Key) { Body = pair.Value });
            response.Status.ShouldBe(201, $"seed {seed}, {pair.Value}: {response.Body}");
            Check(pair.Value, response.Body);
        });

        await foreach (var item in ListAsync(api))
        {
            var id = item.GetProperty("id").GetString()!;
            sent.Remove(id, out var body).ShouldBeTrue(id);
            Check(body!, item.GetRawText());
            if (id.EndsWith("00", StringComparison.Ordinal))
            {
                (await api.SendAsync("1.0", new ApiRequest("GET", id))).Body.ShouldBe(item.GetRawText(), $"seed {seed}");
            }
        }

        sent.ShouldBeEmpty();

        void Check(string expected, string actual) =>
            JsonValues.Equal(expected, actual).ShouldBeTrue($"seed {seed}\nsent {expected}\ngot  {actual}");
    }

    private static async IAsyncEnumerable<JsonElement> ListAsync(TestApi api)
    {
        string? cursor = null;
        do
        {
            (string, string)[] query = cursor is null ? [("limit", "500")] : [("limit", "500"), ("cursor", cursor)];
            var page = await api.SendAsync("2.0", new ApiRequest("GET") { Query = query });
            page.Status.ShouldBe(200, page.Body);
            using var document = JsonDocument.Parse(page.Body);
            foreach (var item in document.RootElement.GetProperty("items").EnumerateArray())
            {
                yield return item;
            }

            cursor = document.RootElement.GetProperty("cursor").GetString();
        }
        while (cursor is not null);
    }
}
