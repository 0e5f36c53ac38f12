using System.Collections.Concurrent;
using System.Globalization;
using ServerlessPatterns.Handlers.Crud.Tests.Support;

namespace ServerlessPatterns.Handlers.Crud.Tests;

public sealed class ConcurrencyTests(EmulatorFixture emulator)
{
    private const int Clients = 100;

    [Fact]
    public async Task Patches_HundredAtOnce_LoseNoUpdate()
    {
        await using var api = await CreateAsync();

        var responses = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client =>
            PatchAsync(api, client % 2 == 0 ? "1.0" : "2.0", $$"""{"client{{client}}":{"was":"here"} }""")));

        responses.ShouldAllBe(response => response.Status == 200);
        responses.Select(response => response.ETag).Distinct().Count().ShouldBe(Clients);
        var item = (await api.SendAsync("2.0", new ApiRequest("GET", "a"))).Json;
        Enumerable.Range(0, Clients).ShouldAllBe(client => item.ContainsKey($"client{client}"));
    }

    [Fact]
    public async Task ConditionalPuts_HundredAtOnceWithOneETag_OneWins()
    {
        await using var api = await CreateAsync();
        var tag = (await api.SendAsync("2.0", new ApiRequest("GET", "a"))).ETag;

        var responses = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client =>
            api.SendAsync("2.0", new ApiRequest("PUT", "a") { Body = $$"""{"client":{{client}}}""", Headers = new() { ["If-Match"] = tag } })));

        responses.Count(response => response.Status == 412).ShouldBe(Clients - 1);
        var winner = responses.Single(response => response.Status == 200);
        (await api.SendAsync("2.0", new ApiRequest("GET", "a"))).ETag.ShouldBe(winner.ETag);
    }

    [Fact]
    public async Task Counter_HundredIncrementsByReadAndConditionalPut_CountsAll()
    {
        await using var api = await CreateAsync();
        var left = new ConcurrentBag<int>(Enumerable.Range(0, Clients));

        await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
        {
            while (left.TryTake(out var _))
            {
                ApiResponse response;
                do
                {
                    var read = await api.SendAsync("1.0", new ApiRequest("GET", "a"));
                    var next = (read.Json["count"]!.GetValue<int>() + 1).ToString(CultureInfo.InvariantCulture);
                    response = await api.SendAsync("1.0", new ApiRequest("PUT", "a") { Body = $$"""{"count":{{next}}}""", Headers = new() { ["If-Match"] = read.ETag } });
                    response.Status.ShouldBeOneOf(200, 412);
                }
                while (response.Status == 412);
            }
        }));

        (await api.SendAsync("1.0", new ApiRequest("GET", "a"))).Json["count"]!.GetValue<int>().ShouldBe(Clients);
    }

    [Fact]
    public async Task Creates_HundredAtOnceOfOneItem_OneWins()
    {
        await using var api = await TestApi.CreateAsync(emulator);

        var responses = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client =>
            api.SendAsync("2.0", new ApiRequest("POST") { Body = $$"""{"id":"a","client":{{client}}}""" })));

        responses.Count(response => response.Status == 201).ShouldBe(1);
        responses.Count(response => response.Status == 409).ShouldBe(Clients - 1);
    }

    /// <summary>As a client does: on a machine that is slow enough, the handler says that it should come again.</summary>
    private static async Task<ApiResponse> PatchAsync(TestApi api, string version, string body)
    {
        while (true)
        {
            var response = await api.SendAsync(version, new ApiRequest("PATCH", "a") { Body = body });
            if (response.Status != 503)
            {
                return response;
            }

            await Task.Delay(TimeSpan.FromSeconds(int.Parse(response.Headers["Retry-After"], CultureInfo.InvariantCulture)));
        }
    }

    private async Task<TestApi> CreateAsync()
    {
        var api = await TestApi.CreateAsync(emulator);
        (await api.SendAsync("2.0", new ApiRequest("PUT", "a") { Body = """{"count":0}""" })).Status.ShouldBe(201);
        return api;
    }
}
