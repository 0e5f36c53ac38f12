using ServerlessPatterns.Handlers.Crud.Tests.Support;

namespace ServerlessPatterns.Handlers.Crud.Tests;

/// <summary>Conditional requests, RFC 9110 section 13, in both payload formats.</summary>
public sealed class ConditionTests(EmulatorFixture emulator) : IAsyncLifetime
{
    private const string Other = "\"AAAAAAAAAAAAAAAAAAAAAA\"";

    private TestApi api = null!;

    /// <summary>{tag} stands for the item's ETag. Method, header, value, answer when the item exists, answer when not.</summary>
    public static TheoryData<string, string, string, int, int> Conditions { get; } = new()
    {
        { "GET", "If-None-Match", "{tag}", 304, 404 },
        { "GET", "If-None-Match", "W/{tag}", 304, 404 },
        { "GET", "If-None-Match", $"{Other} , {{tag}}", 304, 404 },
        { "GET", "If-None-Match", "*", 304, 404 },
        { "GET", "If-None-Match", Other, 200, 404 },
        { "GET", "If-Match", "{tag}", 200, 404 },
        { "GET", "If-Match", Other, 412, 404 },
        { "GET", "If-None-Match", "unquoted", 400, 400 },
        { "PUT", "If-Match", "{tag}", 200, 412 },
        { "PUT", "If-Match", $"{Other},,{{tag}},", 200, 412 },
        { "PUT", "If-Match", "W/{tag}", 412, 412 },
        { "PUT", "If-Match", Other, 412, 412 },
        { "PUT", "If-Match", "\"with,comma\", {tag}", 200, 412 },
        { "PUT", "If-Match", "*", 200, 412 },
        { "PUT", "If-Match", "{tag}, *", 400, 400 },
        { "PUT", "If-Match", "\"open", 400, 400 },
        { "PUT", "If-Match", " , ", 400, 400 },
        { "PUT", "If-Match", "\"\"", 412, 412 },
        { "PUT", "If-Match", "W/", 400, 400 },
        { "PUT", "If-Match", "{tag}{tag}", 400, 400 },
        { "PUT", "If-None-Match", "*", 412, 201 },
        { "PUT", "If-None-Match", "{tag}", 412, 201 },
        { "PUT", "If-None-Match", "W/{tag}", 412, 201 },
        { "PUT", "If-None-Match", Other, 200, 201 },
        { "PATCH", "If-Match", "{tag}", 200, 404 },
        { "PATCH", "If-Match", "W/{tag}", 412, 404 },
        { "PATCH", "If-Match", "*", 200, 404 },
        { "PATCH", "If-Match", Other, 412, 404 },
        { "PATCH", "If-None-Match", "*", 412, 404 },
        { "DELETE", "If-Match", "{tag}", 204, 412 },
        { "DELETE", "If-Match", Other, 412, 412 },
        { "DELETE", "If-Match", "*", 204, 412 },
        { "DELETE", "If-None-Match", "{tag}", 412, 204 },
    };

    public async ValueTask InitializeAsync() => api = await TestApi.CreateAsync(emulator);

    public async ValueTask DisposeAsync()
    {
        if (api is not null)
        {
            await api.DisposeAsync();
        }
    }

    [Theory, MemberData(nameof(Conditions))]
    public Task Condition_PayloadFormat1_IsHonoured(string method, string header, string value, int existing, int missing) =>
        CheckAsync("1.0", method, header, value, existing, missing);

    [Theory, MemberData(nameof(Conditions))]
    public Task Condition_PayloadFormat2_IsHonoured(string method, string header, string value, int existing, int missing) =>
        CheckAsync("2.0", method, header, value, existing, missing);

    [Fact]
    public async Task IfMatch_SeveralHeaderLines_AreOneList()
    {
        var created = await CreateAsync();
        var @event = new ApiRequest("PUT", "a") { Body = "{}" }.ToEvent("1.0");
        @event["multiValueHeaders"]!["If-Match"] = new System.Text.Json.Nodes.JsonArray(Other, created.ETag);

        (await api.SendAsync(@event)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task NotModified_HasETagAndNoBody()
    {
        var created = await CreateAsync();

        var response = await api.SendAsync("2.0", new ApiRequest("GET", "a") { Headers = new() { ["If-None-Match"] = created.ETag } });

        response.Status.ShouldBe(304);
        response.ETag.ShouldBe(created.ETag);
        response.Body.ShouldBeEmpty();
    }

    [Fact]
    public async Task IfMatch_ItemDeletedAndMadeAgain_DoesNotMatchTheOldETag()
    {
        var created = await CreateAsync();
        (await api.SendAsync("1.0", new ApiRequest("DELETE", "a"))).Status.ShouldBe(204);
        await CreateAsync();

        var response = await api.SendAsync("1.0", new ApiRequest("PUT", "a") { Body = "{}", Headers = new() { ["If-Match"] = created.ETag } });

        response.ShouldBeProblem(412);
    }

    [Fact]
    public async Task IfMatch_TooManyTags_IsRefused() =>
        (await api.SendAsync("1.0", new ApiRequest("PUT", "a")
        {
            Body = "{}",
            Headers = new() { ["If-Match"] = string.Join(',', Enumerable.Repeat(Other, 101)) },
        })).ShouldBeProblem(400);

    private async Task CheckAsync(string version, string method, string header, string value, int existing, int missing)
    {
        var created = await CreateAsync();
        var tag = created.ETag;
        ApiRequest Request(string id) => new(method, id)
        {
            Body = method is "PUT" or "PATCH" ? """{"n":2}""" : null,
            Headers = new() { [header] = value.Replace("{tag}", tag, StringComparison.Ordinal) },
        };

        Check(await api.SendAsync(version, Request("missing")), missing);
        Check(await api.SendAsync(version, Request("a")), existing);

        var item = await api.SendAsync(version, new ApiRequest("GET", "a"));
        (item.Status == 200 && item.ETag == tag).ShouldBe(method == "GET" || existing >= 400, "Only what succeeds changes the item.");
    }

    private static void Check(ApiResponse response, int status)
    {
        if (status >= 400)
        {
            response.ShouldBeProblem(status);
        }

        response.Status.ShouldBe(status, response.Body);
    }

    private async Task<ApiResponse> CreateAsync()
    {
        var response = await api.SendAsync("1.0", new ApiRequest("POST") { Body = """{"id":"a","n":1}""" });
        response.Status.ShouldBe(201, response.Body);
        return response;
    }
}
