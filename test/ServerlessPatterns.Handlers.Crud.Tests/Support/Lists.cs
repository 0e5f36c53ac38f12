namespace ServerlessPatterns.Handlers.Crud.Tests.Support;

/// <summary>Tables with some items, and the request for a page of them.</summary>
internal static class Lists
{
    private static readonly Dictionary<string, string> Sorted = new() { [CrudEnvironment.SortKey] = "line" };

    public static Task<ApiResponse> ListAsync(this TestApi api, string version, string? limit = null, string? cursor = null, params string[] keys) =>
        api.SendAsync(version, new ApiRequest("GET", keys)
        {
            Query = [.. new[] { ("limit", limit), ("cursor", cursor) }.Where(pair => pair.Item2 is not null).Select(pair => (pair.Item1, pair.Item2!))],
        });

    public static async Task<TestApi> FillAsync(this EmulatorFixture emulator, int count)
    {
        var api = await TestApi.CreateAsync(emulator);
        for (var number = 0; number < count; number++)
        {
            (await api.SendAsync("1.0", new ApiRequest("PUT", $"item {number}") { Body = "{}" })).Status.ShouldBe(201);
        }

        return api;
    }

    public static async Task<TestApi> FillPartitionsAsync(this EmulatorFixture emulator)
    {
        var api = await TestApi.CreateAsync(emulator, Sorted);
        foreach (var (partition, line) in new[] { ("p", "2"), ("p", "1"), ("q", "1"), ("p", "3"), ("q", "2") })
        {
            (await api.SendAsync("2.0", new ApiRequest("PUT", partition, line) { Body = "{}" })).Status.ShouldBe(201);
        }

        return api;
    }
}
