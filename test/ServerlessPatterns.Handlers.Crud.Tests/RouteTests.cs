using ServerlessPatterns.Handlers.Crud.Tests.Support;

namespace ServerlessPatterns.Handlers.Crud.Tests;

public sealed class RouteTests(EmulatorFixture emulator)
{
    /// <summary>Ids that a path has to escape, or that look like something else in one.</summary>
    public static TheoryData<string> Ids { get; } =
        ["a/b", "/", "a%2Fb", "100%", "%", "a b", "a+b", "a?b=c", "a#b", "Zoë", "🦊", "orders", "prod", "a:b;c,d@e!$&'()*=", "...", "\"quoted\"", "\\", "e\u0301"];

    [Theory, MemberData(nameof(Ids))]
    public async Task Id_OfAnyKind_IsTheSameInBodyPathAndLocation(string id)
    {
        foreach (var version in new[] { "1.0", "2.0" })
        {
            await using var api = await TestApi.CreateAsync(emulator);
            var body = System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, string> { ["id"] = id });
            var created = await api.SendAsync(version, new ApiRequest("POST") { Body = body });

            created.Status.ShouldBe(201, created.Body);
            created.Headers["Location"].ShouldBe($"/prod/orders/{Uri.EscapeDataString(id)}");
            var read = await api.SendAsync(version, new ApiRequest("GET", id));
            read.Status.ShouldBe(200, $"{version} {id}: {read.Body}");
            read.Json["id"]!.GetValue<string>().ShouldBe(id);
            (await api.SendAsync(version, new ApiRequest("PUT", id) { Body = body })).Status.ShouldBe(200);
            (await api.SendAsync(version, new ApiRequest("DELETE", id))).Status.ShouldBe(204);
        }
    }

    [Theory]
    [InlineData("1.0", "prod"), InlineData("2.0", "prod"), InlineData("2.0", "$default"), InlineData("2.0", "orders")]
    public async Task Path_WithoutRouteParameters_IsReadItself(string version, string stage)
    {
        await using var api = await TestApi.CreateAsync(emulator);
        (await api.SendAsync(version, new ApiRequest("PUT", "a b") { Body = "{}", Stage = stage, IsRouted = false })).Status.ShouldBe(201);
        (await api.ReadItemAsync("a b")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Location_OnDefaultStageAndBasePath_IsWhatTheClientCanFollow()
    {
        await using var api = await TestApi.CreateAsync(emulator);
        (await api.SendAsync("2.0", new ApiRequest("POST") { Body = """{"id":"1"}""", Stage = "$default" })).Headers["Location"].ShouldBe("/orders/1");

        var @event = new ApiRequest("POST") { Body = """{"id":"2"}""" }.ToEvent("1.0");
        @event["path"] = "/shop/orders";
        @event["requestContext"]!["path"] = "/shop/orders";
        (await api.SendAsync(@event)).Headers["Location"].ShouldBe("/shop/orders/2");

        foreach (var version in new[] { "1.0", "2.0" })
        {
            var response = await api.SendAsync(version, new ApiRequest("POST") { Body = $$"""{"id":"{{version}}"}""", Stage = "orders" });
            response.Headers["Location"].ShouldBe($"/orders/orders/{version}");
        }
    }

    [Theory]
    [InlineData("PUT"), InlineData("PATCH"), InlineData("DELETE"), InlineData("HEAD"), InlineData("OPTIONS")]
    public async Task Collection_OtherMethod_IsNotAllowed(string method)
    {
        await using var api = await TestApi.CreateAsync(emulator);
        foreach (var version in new[] { "1.0", "2.0" })
        {
            var response = await api.SendAsync(version, new ApiRequest(method) { Body = "{}" });
            response.ShouldBeProblem(405);
            response.Headers["Allow"].ShouldBe("GET, POST");
        }
    }

    [Fact]
    public async Task Item_OtherMethod_IsNotAllowed()
    {
        await using var api = await TestApi.CreateAsync(emulator);
        var response = await api.SendAsync("2.0", new ApiRequest("POST", "a") { Body = "{}" });
        response.ShouldBeProblem(405);
        response.Headers["Allow"].ShouldBe("GET, PUT, PATCH, DELETE");
    }

    [Theory]
    [InlineData("/"), InlineData("/other/1"), InlineData("/orders/1/2"), InlineData("/orders//"), InlineData("/orders/")]
    public async Task Path_OfNothing_IsNotFound(string path)
    {
        await using var api = await TestApi.CreateAsync(emulator);
        var rest = new ApiRequest("GET") { IsRouted = false }.ToEvent("1.0");
        rest["path"] = path;
        (await api.SendAsync(rest)).ShouldBeProblem(404);
        var http = new ApiRequest("GET") { IsRouted = false }.ToEvent("2.0");
        http["rawPath"] = $"/prod{path}";
        (await api.SendAsync(http)).ShouldBeProblem(404);
    }

    [Theory]
    [InlineData("%"), InlineData("%4"), InlineData("%zz"), InlineData("%ff"), InlineData("%c3%28"), InlineData("a%00b")]
    public async Task Path_NotPercentEncodedText_IsRefused(string segment)
    {
        await using var api = await TestApi.CreateAsync(emulator);
        var @event = new ApiRequest("GET", "a").ToEvent("1.0");
        @event["pathParameters"]!["id"] = segment;
        (await api.SendAsync(@event)).ShouldBeProblem(400);
    }

    [Theory]
    [InlineData("create", "POST", 0, "GET"), InlineData("list", "GET", 0, "POST"), InlineData("read", "GET", 1, "PUT")]
    [InlineData("replace", "PUT", 1, "GET"), InlineData("update", "PATCH", 1, "GET"), InlineData("delete", "DELETE", 1, "PATCH")]
    public async Task Operation_ThatIsOff_IsNotAllowed(string operation, string method, int keys, string otherMethod)
    {
        await using var api = await TestApi.CreateAsync(emulator);
        var others = string.Join(',', new[] { "create", "read", "list", "replace", "update", "delete" }.Where(name => name != operation));
        await using var without = api.With(new() { [CrudEnvironment.Operations] = others });
        await using var alone = api.With(new() { [CrudEnvironment.Operations] = operation });
        foreach (var version in new[] { "1.0", "2.0" })
        {
            ApiRequest Request(string verb) => new(verb, keys == 0 ? [] : ["a"]) { Body = "{}" };
            (await without.SendAsync(version, Request(method))).ShouldBeProblem(405);
            (await alone.SendAsync(version, Request(otherMethod))).ShouldBeProblem(405);
            (await alone.SendAsync(version, keys == 0 ? new ApiRequest("GET", "a") : new ApiRequest("GET"))).ShouldBeProblem(404);
        }

        api.Wire.Actions.ShouldBeEmpty();
    }
}
