using System.Text.Json.Nodes;
using ServerlessPatterns.Handlers.Crud.Tests.Support;

namespace ServerlessPatterns.Handlers.Crud.Tests;

/// <summary>The contract's table, in both payload formats.</summary>
public sealed class ContractTests(EmulatorFixture emulator) : IAsyncLifetime
{
    private TestApi api = null!;

    public async ValueTask InitializeAsync() => api = await TestApi.CreateAsync(emulator);

    public async ValueTask DisposeAsync()
    {
        if (api is not null)
        {
            await api.DisposeAsync();
        }
    }

    [Theory, InlineData("1.0"), InlineData("2.0")]
    public async Task Post_NewItem_IsCreatedWithLocationAndETag(string version)
    {
        var response = await SendAsync(version, new ApiRequest("POST") { Body = """{"id":"a 1","total":12.50}""" });

        response.Status.ShouldBe(201);
        response.Headers["Location"].ShouldBe("/prod/orders/a%201");
        response.ETag.ShouldMatch("^\"[A-Za-z0-9_-]{22}\"$");
        response.Headers["Content-Type"].ShouldBe("application/json");
        response.Body.ShouldBe("""{"id":"a 1","total":12.5}""");
    }

    [Theory, InlineData("1.0"), InlineData("2.0")]
    public async Task Post_WithoutId_MakesUuidOfVersion7(string version)
    {
        var response = await SendAsync(version, new ApiRequest("POST") { Body = "{}" });

        var id = response.Json["id"]!.GetValue<string>();
        Guid.Parse(id).Version.ShouldBe(7);
        response.Headers["Location"].ShouldBe($"/prod/orders/{id}");
        (await SendAsync(version, new ApiRequest("GET", id))).Status.ShouldBe(200);
    }

    [Theory, InlineData("1.0"), InlineData("2.0")]
    public async Task Post_ExistingItem_IsConflictAndKeepsIt(string version)
    {
        await CreateAsync(version, """{"id":"a","n":1}""");

        (await SendAsync(version, new ApiRequest("POST") { Body = """{"id":"a","n":2}""" })).ShouldBeProblem(409);

        (await SendAsync(version, new ApiRequest("GET", "a"))).Json["n"]!.GetValue<int>().ShouldBe(1);
    }

    [Theory, InlineData("1.0"), InlineData("2.0")]
    public async Task Get_Item_HasETagOfItsLastWrite(string version)
    {
        var created = await CreateAsync(version, """{"id":"a","nested":{"list":[1,"two",null,true,{}]}}""");

        var response = await SendAsync(version, new ApiRequest("GET", "a"));

        response.Status.ShouldBe(200);
        response.ETag.ShouldBe(created.ETag);
        response.Headers["Cache-Control"].ShouldBe("private, no-cache");
        JsonNode.DeepEquals(response.Json, created.Json).ShouldBeTrue(response.Body);
    }

    [Theory, InlineData("1.0"), InlineData("2.0")]
    public async Task Get_MissingItem_IsNotFound(string version) =>
        (await SendAsync(version, new ApiRequest("GET", "none"))).ShouldBeProblem(404);

    [Theory, InlineData("1.0"), InlineData("2.0")]
    public async Task Put_NewItem_IsCreated(string version)
    {
        var response = await SendAsync(version, new ApiRequest("PUT", "a") { Body = """{"n":1}""" });

        response.Status.ShouldBe(201);
        response.Json["id"]!.GetValue<string>().ShouldBe("a");
    }

    [Theory, InlineData("1.0"), InlineData("2.0")]
    public async Task Put_ExistingItem_IsReplacedWhole(string version)
    {
        var created = await CreateAsync(version, """{"id":"a","old":1}""");

        var response = await SendAsync(version, new ApiRequest("PUT", "a") { Body = """{"new":2}""" });

        response.Status.ShouldBe(200);
        response.ETag.ShouldNotBe(created.ETag);
        (await SendAsync(version, new ApiRequest("GET", "a"))).Body.ShouldNotContain("old");
    }

    [Theory, InlineData("1.0"), InlineData("2.0")]
    public async Task Patch_Item_IsMerged(string version)
    {
        await CreateAsync(version, """{"id":"a","keep":1,"drop":2,"nested":{"keep":1,"drop":2},"list":[1,2]}""");

        var response = await SendAsync(version, new ApiRequest("PATCH", "a")
        {
            Body = """{"drop":null,"absent":null,"nested":{"drop":null,"add":{"x":null,"y":1}},"list":[null]}""",
        });

        response.Status.ShouldBe(200);
        JsonNode.DeepEquals(
            response.Json,
            JsonNode.Parse("""{"id":"a","keep":1,"nested":{"keep":1,"add":{"y":1}},"list":[null]}""")).ShouldBeTrue(response.Body);
        (await SendAsync(version, new ApiRequest("GET", "a"))).ETag.ShouldBe(response.ETag);
    }

    [Theory, InlineData("1.0"), InlineData("2.0")]
    public async Task Patch_MissingItem_IsNotFoundAndMakesNone(string version)
    {
        (await SendAsync(version, new ApiRequest("PATCH", "a") { Body = """{"n":1}""" })).ShouldBeProblem(404);
        (await SendAsync(version, new ApiRequest("GET", "a"))).ShouldBeProblem(404);
    }

    [Theory, InlineData("1.0"), InlineData("2.0")]
    public async Task Patch_PlainJson_IsTakenAsMergePatch(string version)
    {
        await CreateAsync(version, """{"id":"a"}""");

        (await SendAsync(version, new ApiRequest("PATCH", "a") { Body = """{"n":1}""", ContentType = "application/json" })).Status.ShouldBe(200);
    }

    [Theory, InlineData("1.0"), InlineData("2.0")]
    public async Task Delete_Item_IsGoneAndStaysGone(string version)
    {
        await CreateAsync(version, """{"id":"a"}""");

        var response = await SendAsync(version, new ApiRequest("DELETE", "a"));

        response.Status.ShouldBe(204);
        response.Body.ShouldBeEmpty();
        response.Headers.Keys.ShouldNotContain("Content-Type");
        (await SendAsync(version, new ApiRequest("GET", "a"))).ShouldBeProblem(404);
        (await SendAsync(version, new ApiRequest("DELETE", "a"))).Status.ShouldBe(204);
    }

    private Task<ApiResponse> SendAsync(string version, ApiRequest request) => api.SendAsync(version, request);

    private async Task<ApiResponse> CreateAsync(string version, string body)
    {
        var response = await SendAsync(version, new ApiRequest("POST") { Body = body });
        response.Status.ShouldBe(201, response.Body);
        return response;
    }
}
