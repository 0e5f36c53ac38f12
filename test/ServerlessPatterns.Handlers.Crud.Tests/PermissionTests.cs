using ServerlessPatterns.Handlers.Crud.Tests.Support;

namespace ServerlessPatterns.Handlers.Crud.Tests;

/// <summary>The calls that each operation makes, which are the permissions that it needs: the construct grants no more.</summary>
public sealed class PermissionTests(EmulatorFixture emulator)
{
    [Theory]
    [InlineData("POST", 0, "PutItem")]
    [InlineData("GET", 1, "GetItem")]
    [InlineData("GET", 0, "Scan")]
    [InlineData("PUT", 1, "PutItem")]
    [InlineData("PATCH", 1, "GetItem PutItem")]
    [InlineData("DELETE", 1, "DeleteItem")]
    public async Task Operation_OnTableWithPartitionKey_CallsWhatItIsGranted(string method, int keys, string actions)
    {
        await using var api = await TestApi.CreateAsync(emulator);
        await CheckAsync(api, method, [.. new[] { "a", "b" }.Take(keys)], actions);
    }

    [Theory]
    [InlineData("POST", 0, "PutItem")]
    [InlineData("POST", 1, "PutItem")]
    [InlineData("GET", 2, "GetItem")]
    [InlineData("GET", 1, "Query")]
    [InlineData("PUT", 2, "PutItem")]
    [InlineData("PATCH", 2, "GetItem PutItem")]
    [InlineData("DELETE", 2, "DeleteItem")]
    public async Task Operation_OnTableWithSortKey_CallsWhatItIsGranted(string method, int keys, string actions)
    {
        await using var api = await TestApi.CreateAsync(emulator, new() { [CrudEnvironment.SortKey] = "sort" });
        await CheckAsync(api, method, [.. new[] { "a", "b" }.Take(keys)], actions);
    }

    private static async Task CheckAsync(TestApi api, string method, string[] keys, string actions)
    {
        if (method == "PATCH")
        {
            (await api.SendAsync("2.0", new ApiRequest("PUT", keys) { Body = "{}" })).Status.ShouldBe(201);
            api.Wire.Actions.Clear();
        }

        foreach (var header in new[] { "X-None", "If-Match", "If-None-Match" })
        {
            await api.SendAsync("2.0", new ApiRequest(method, keys) { Body = """{"n":1}""", Headers = new() { [header] = "*" } });
            await api.SendAsync("1.0", new ApiRequest(method, keys) { Body = """{"n":1}""", Headers = new() { [header] = "\"x\"" } });
        }

        string.Join(' ', api.Wire.Actions.Distinct().Order()).ShouldBe(actions);
        api.Wire.Bodies.ShouldAllBe(body => !body.Contains("\"orders\"", StringComparison.Ordinal));
    }
}
