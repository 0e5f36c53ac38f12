using System.Globalization;
using Amazon.DynamoDBv2.Model;
using ServerlessPatterns.Handlers.Crud.Tests.Support;

namespace ServerlessPatterns.Handlers.Crud.Tests;

public sealed class ListTests(EmulatorFixture emulator)
{
    [Theory, InlineData("1.0"), InlineData("2.0")]
    public async Task Get_Collection_PagesThroughAllItemsOnce(string version)
    {
        await using var api = await emulator.FillAsync(7);

        var ids = new List<string>();
        string? cursor = null;
        do
        {
            var page = await api.ListAsync(version, limit: "3", cursor);
            page.Status.ShouldBe(200, page.Body);
            var items = page.Json["items"]!.AsArray();
            items.Count.ShouldBeLessThanOrEqualTo(3);
            ids.AddRange(items.Select(item => item!["id"]!.GetValue<string>()));
            page.Body.ShouldNotContain(CrudEnvironment.ReservedPrefix);
            cursor = page.Json["cursor"]?.GetValue<string>();
        }
        while (cursor is not null);

        ids.Order().ShouldBe(Enumerable.Range(0, 7).Select(number => $"item {number}"));
    }

    [Theory, InlineData("1.0"), InlineData("2.0")]
    public async Task Get_CollectionWithoutLimit_HasTheDefault(string version)
    {
        await using var api = await emulator.FillAsync(4);
        await using var small = api.With(new() { [CrudEnvironment.DefaultPageSize] = "2" });

        (await small.ListAsync(version)).Json["items"]!.AsArray().Count.ShouldBe(2);
        (await api.ListAsync(version)).Json["cursor"].ShouldBeNull();
    }

    [Theory]
    [InlineData("0"), InlineData("101"), InlineData("-1"), InlineData("1.5"), InlineData(""), InlineData("ten"), InlineData("99999999999")]
    public async Task Get_LimitOutOfRange_IsRefused(string limit)
    {
        await using var api = await emulator.FillAsync(1);
        foreach (var version in new[] { "1.0", "2.0" })
        {
            (await api.ListAsync(version, limit)).ShouldBeProblem(400);
        }
    }

    [Theory, InlineData("1.0"), InlineData("2.0")]
    public async Task Get_ParameterTwice_IsRefused(string version)
    {
        await using var api = await emulator.FillAsync(1);
        (await api.SendAsync(version, new ApiRequest("GET") { Query = [("limit", "1"), ("limit", "2")] })).ShouldBeProblem(400);
    }

    [Theory, InlineData("1.0"), InlineData("2.0")]
    public async Task Get_Partition_ListsItsItemsInOrder(string version)
    {
        await using var api = await emulator.FillPartitionsAsync();

        var first = await api.ListAsync(version, "2", null, "p");
        var rest = await api.ListAsync(version, "2", first.Json["cursor"]!.GetValue<string>(), "p");

        string[] lines = [.. first.Json["items"]!.AsArray().Concat(rest.Json["items"]!.AsArray()).Select(item => item!["line"]!.GetValue<string>())];
        lines.ShouldBe(["1", "2", "3"]);
        (await api.ListAsync(version, null, null, "none")).Json["items"]!.AsArray().ShouldBeEmpty();
        api.Wire.Actions.ShouldNotContain("Scan");
    }

    [Fact]
    public async Task Page_ThatLambdaCouldNotReturn_IsCutAndContinued()
    {
        await using var api = await TestApi.CreateAsync(emulator);
        for (var number = 0; number < 3; number++)
        {
            await api.StoreAsync(new Dictionary<string, AttributeValue>
            {
                ["id"] = new() { S = number.ToString(CultureInfo.InvariantCulture) },
                // Each of these bytes is six in JSON, and seven in the response around it.
                ["text"] = new() { S = new string('\u0001', 300_000) },
            });
        }

        var first = await api.ListAsync("2.0");
        first.Json["items"]!.AsArray().Count.ShouldBe(1);
        var second = await api.ListAsync("2.0", null, first.Json["cursor"]!.GetValue<string>());
        second.Json["items"]!.AsArray().Count.ShouldBe(1);
        second.Json["items"]![0]!["id"]!.GetValue<string>().ShouldNotBe(first.Json["items"]![0]!["id"]!.GetValue<string>());
    }
}
