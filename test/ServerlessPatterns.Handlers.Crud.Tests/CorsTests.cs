using ServerlessPatterns.Handlers.Crud.Tests.Support;

namespace ServerlessPatterns.Handlers.Crud.Tests;

public sealed class CorsTests(EmulatorFixture emulator)
{
    private static readonly Dictionary<string, string> Shop = new()
    {
        [CrudEnvironment.CorsAllowOrigins] = "https://shop.example, https://admin.example",
        [CrudEnvironment.CorsAllowCredentials] = "true",
    };

    [Fact]
    public async Task RestResponse_ToAnAllowedOrigin_HasItsHeaders()
    {
        await using var api = await TestApi.CreateAsync(emulator, Shop);
        foreach (var id in new[] { "a", "missing" })
        {
            await api.SendAsync("1.0", new ApiRequest("PUT", "a") { Body = "{}" });
            var response = await api.SendAsync("1.0", Get(id, "https://admin.example"));
            response.Headers["Access-Control-Allow-Origin"].ShouldBe("https://admin.example");
            response.Headers["Access-Control-Allow-Credentials"].ShouldBe("true");
            response.Headers["Access-Control-Expose-Headers"].ShouldBe("ETag,Location,Retry-After");
            response.Headers["Vary"].ShouldBe("Origin");
        }
    }

    [Fact]
    public async Task RestResponse_ToAnotherOrigin_HasNone()
    {
        await using var api = await TestApi.CreateAsync(emulator, Shop);
        var response = await api.SendAsync("1.0", Get("a", "https://evil.example"));
        response.Headers.Keys.ShouldNotContain(name => name.StartsWith("Access-Control", StringComparison.Ordinal));
        response.Headers["Vary"].ShouldBe("Origin");
    }

    [Fact]
    public async Task RestResponse_ToAnyOrigin_NeverAllowsCredentials()
    {
        await using var api = await TestApi.CreateAsync(emulator, new(Shop) { [CrudEnvironment.CorsAllowOrigins] = "*" });
        var response = await api.SendAsync("1.0", Get("a", "https://any.example"));
        response.Headers["Access-Control-Allow-Origin"].ShouldBe("*");
        response.Headers.Keys.ShouldNotContain("Access-Control-Allow-Credentials");
    }

    [Fact]
    public async Task HttpResponse_LeavesItToTheGateway()
    {
        await using var api = await TestApi.CreateAsync(emulator, Shop);
        var response = await api.SendAsync("2.0", Get("a", "https://shop.example"));
        response.Headers.Keys.ShouldNotContain(name => name.StartsWith("Access-Control", StringComparison.Ordinal));
    }

    private static ApiRequest Get(string id, string origin) => new("GET", id) { Headers = new() { ["Origin"] = origin } };
}
