using ServerlessPatterns.Handlers.Crud.Tests.Support;

namespace ServerlessPatterns.Handlers.Crud.Tests;

/// <summary>What a document may hold, and what it may not.</summary>
public sealed class DocumentTests(EmulatorFixture emulator) : IAsyncLifetime
{
    private TestApi api = null!;

    /// <summary>Body and place of the refusal.</summary>
    public static TheoryData<string, string> Refused { get; } = new()
    {
        { "", "#" },
        { "[]", "#" },
        { "null", "#" },
        { "\"text\"", "#" },
        { "{", "#" },
        { "{} {}", "#" },
        { """{"a":1,}""", "#" },
        { """{"a":01}""", "#/a" },
        { """{"a":NaN}""", "#/a" },
        { """{/* no */"a":1}""", "#" },
        { """{"a":1,"a":1}""", "#/a" },
        { """{"a":1,"\u0061":1}""", "#/a" },
        { """{"x":[0,{"a/b":{"~":1,"~":2}}]}""", "#/x/1/a~1b/~0" },
        { """{"":1}""", "#/" },
        { """{"a":"\u0000"}""", "#/a" },
        { """{"a\u0000b":1}""", "#" },
        { """{"a":["\ud800"]}""", "#/a/0" },
        { """{"a":"\udc00\ud800"}""", "#/a" },
        { """{"\ud800":1}""", "#" },
        { """{"a":1e126}""", "#/a" },
        { """{"a":-1e126}""", "#/a" },
        { """{"a":1e-131}""", "#/a" },
        { """{"a":1e99999999999}""", "#/a" },
        { """{"a":1e-99999999999}""", "#/a" },
        { """{"a":123456789012345678901234567890123456789}""", "#/a" },
        { """{"a":0.100000000000000000000000000000000000001}""", "#/a" },
        { """{"_sp_version":"x"}""", "#/_sp_version" },
        { """{"_sp_":null}""", "#/_sp_" },
        { """{"id":"other"}""", "#/id" },
        { """{"id":1}""", "#/id" },
        { """{"id":null}""", "#/id" },
        { """{"expires":"2026-01-01"}""", "#/expires" },
        { """{"expires":1.5}""", "#/expires" },
        { """{"expires":-1}""", "#/expires" },
    };

    public async ValueTask InitializeAsync() =>
        api = await TestApi.CreateAsync(emulator, new() { [CrudEnvironment.TimeToLiveAttribute] = "expires" });

    public async ValueTask DisposeAsync()
    {
        if (api is not null)
        {
            await api.DisposeAsync();
        }
    }

    [Theory, MemberData(nameof(Refused))]
    public async Task Body_ThatWouldNotComeBack_IsRefusedWithItsPlace(string body, string place)
    {
        (await api.SendAsync("1.0", new ApiRequest("PUT", "new") { Body = "{}" })).Status.ShouldBe(201);
        foreach (var version in new[] { "1.0", "2.0" })
        {
            (await api.SendAsync(version, new ApiRequest("PUT", "a") { Body = body })).ShouldBeProblem(400, place);
            (await api.SendAsync(version, new ApiRequest("PATCH", "new") { Body = body })).ShouldBeProblem(400, place);
        }
    }

    [Theory]
    [InlineData("null"), InlineData("1"), InlineData("\"\""), InlineData("\".\""), InlineData("\"..\""), InlineData("[]"), InlineData("{}"), InlineData("true")]
    public async Task Post_KeyOfWrongTypeOrForm_IsRefused(string id) =>
        (await api.SendAsync("2.0", new ApiRequest("POST") { Body = $$"""{"id":{{id}}}""" })).ShouldBeProblem(400, "#/id");

    [Fact]
    public async Task Key_IsMeasuredInBytes()
    {
        (await api.SendAsync("2.0", new ApiRequest("PUT", new string('é', 1024)) { Body = "{}" })).Status.ShouldBe(201);
        (await api.SendAsync("2.0", new ApiRequest("PUT", new string('é', 1024) + "x") { Body = "{}" })).ShouldBeProblem(400);
    }

    [Fact]
    public async Task Depth_UpTo32Levels_IsStored()
    {
        static string Nested(int levels) => string.Concat(Enumerable.Repeat("""{"a":""", levels - 1)) + "{}" + new string('}', levels - 1);
        (await api.SendAsync("2.0", new ApiRequest("PUT", "a") { Body = Nested(32) })).Status.ShouldBe(201);
        (await api.SendAsync("2.0", new ApiRequest("PUT", "a") { Body = Nested(33) })).ShouldBeProblem(400);
        (await api.SendAsync("2.0", new ApiRequest("PUT", "a") { Body = Nested(500) })).ShouldBeProblem(400);
        (await api.SendAsync("2.0", new ApiRequest("PUT", "a") { Body = $$"""{"a":{{new string('[', 100_000)}}""" })).ShouldBeProblem(400);
    }

    [Fact]
    public async Task Names_ThatExpressionsWouldNotTake_Work()
    {
        const string body = """{"id":"a","size":1,"a.b":2,"#c":3,":d":4,"e f":5,"ttl":6,"[0]":7,"名":8,"_spare":9,"nested":{"_sp_version":10}}""";
        (await api.SendAsync("2.0", new ApiRequest("POST") { Body = body })).Status.ShouldBe(201);
        (await api.SendAsync("2.0", new ApiRequest("PATCH", "a") { Body = """{"a.b":null,"#c":{":d":1},"size":11}""" })).Status.ShouldBe(200);
        var item = (await api.SendAsync("2.0", new ApiRequest("GET", "a"))).Json;
        item.ContainsKey("a.b").ShouldBeFalse();
        item["#c"]!.ToJsonString().ShouldBe("""{":d":1}""");
        item["size"]!.GetValue<int>().ShouldBe(11);
        item["nested"]!["_sp_version"]!.GetValue<int>().ShouldBe(10);
    }

    [Fact]
    public async Task KeyNames_ThatAreReservedWords_Work()
    {
        await using var reserved = await TestApi.CreateAsync(emulator, new() { [CrudEnvironment.PartitionKey] = "#key.of", [CrudEnvironment.SortKey] = "date" });
        (await reserved.SendAsync("2.0", new ApiRequest("PUT", "a", "b") { Body = "{}", Headers = new() { ["If-None-Match"] = "*" } })).Status.ShouldBe(201);
        (await reserved.SendAsync("2.0", new ApiRequest("GET", "a"))).Json["items"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Body_NotUtf8_IsRefused()
    {
        var @event = new ApiRequest("PUT", "a") { Body = "", IsBase64 = true }.ToEvent("2.0");
        @event["body"] = Convert.ToBase64String([.. "{\"a\":\""u8, 0xC3, 0x28, .. "\"}"u8]);
        (await api.SendAsync(@event)).ShouldBeProblem(400, "#/a");
        @event["body"] = Convert.ToBase64String([0xEF, 0xBB, 0xBF, .. "{}"u8]);
        (await api.SendAsync(@event)).ShouldBeProblem(400);
    }
}
