using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>The table of the contract, call by call.</summary>
public sealed class CrudContractTests(CrudDeployment deployment) : CrudTests(deployment)
{
    private const string OtherTag = "\"AAAAAAAAAAAAAAAAAAAAAA\"";

    [Fact]
    public async Task Post_NewItem_IsCreatedWithLocationAndETag()
    {
        var id = NewId();

        var created = await SendAsync("POST", "/orders", $$"""{"id":"{{id}}","customer":"Zoë","total":12.50,"big":12345678901234567890123456789012345678,"none":null,"lines":[{"a.b":""}]}""");

        created.ShouldBe(201).Headers["Location"].ShouldBe($"/{Deployment.Api.Stage}{Item(id)}");
        created.ETag.ShouldStartWith("\"");
        var read = await SendAsync("GET", Item(id));
        read.ShouldBe(200).ETag.ShouldBe(created.ETag);
        read.Headers["Content-Type"].ShouldBe("application/json");
        var expected = JsonNode.Parse($$"""{"id":"{{id}}","customer":"Zoë","total":12.5,"big":12345678901234567890123456789012345678,"none":null,"lines":[{"a.b":""}]}""");
        JsonNode.DeepEquals(read.Json, expected).ShouldBeTrue(read.Body);
    }

    [Fact]
    public async Task Post_WithoutId_MakesOneAndItsLocationLeadsThere()
    {
        var created = await SendAsync("POST", "/orders", """{"customer":"Ada"}""");

        Guid.Parse(created.ShouldBe(201).Json["id"]!.GetValue<string>()).Version.ShouldBe(7);
        var location = created.Headers["Location"][$"/{Deployment.Api.Stage}".Length..];
        (await SendAsync("GET", location)).ShouldBe(200).Body.ShouldBe(created.Body);
    }

    [Fact]
    public async Task Post_ExistingItem_IsConflictAndKeepsIt()
    {
        var (id, tag) = await CreateAsync();

        (await SendAsync("POST", "/orders", $$"""{"id":"{{id}}","customer":"Eve"}""")).ShouldBeProblem(409);

        (await SendAsync("GET", Item(id))).ETag.ShouldBe(tag);
    }

    [Fact]
    public async Task Get_KnownVersion_IsNotModified()
    {
        var (id, tag) = await CreateAsync();

        var answer = await SendAsync("GET", Item(id), null, ("If-None-Match", tag));

        answer.ShouldBe(304).Body.ShouldBeEmpty();
        (await SendAsync("GET", Item(id), null, ("If-None-Match", OtherTag))).ShouldBe(200);
        (await SendAsync("GET", Item(NewId()))).ShouldBeProblem(404);
    }

    [Fact]
    public async Task Put_NewThenExisting_CreatesThenReplacesWhole()
    {
        var id = NewId();

        var created = await SendAsync("PUT", Item(id), """{"customer":"Ada","old":true}""", ("If-None-Match", "*"));
        (await SendAsync("PUT", Item(id), """{"customer":"Eve"}""", ("If-None-Match", "*"))).ShouldBeProblem(412);
        var replaced = await SendAsync("PUT", Item(id), """{"customer":"Bob"}""", ("If-Match", created.ShouldBe(201).ETag));
        (await SendAsync("PUT", Item(id), """{"customer":"Eve"}""", ("If-Match", created.ETag))).ShouldBeProblem(412);

        var read = await SendAsync("GET", Item(id));
        read.ETag.ShouldBe(replaced.ShouldBe(200).ETag);
        JsonNode.DeepEquals(read.Json, new JsonObject { ["id"] = id, ["customer"] = "Bob" }).ShouldBeTrue(read.Body);
        (await SendAsync("PUT", Item(NewId()), """{"customer":"Eve"}""", ("If-Match", "*"))).ShouldBeProblem(412);
    }

    [Fact]
    public async Task Patch_Item_IsMerged()
    {
        var id = NewId();
        var created = await SendAsync("PUT", Item(id), """{"customer":"Ada","drop":1,"nested":{"keep":1,"drop":2},"list":[1,2]}""");
        var patch = new ApiCall("PATCH", Item(id))
        {
            Body = """{"drop":null,"nested":{"drop":null,"add":3},"list":[null]}""",
            ContentType = "application/merge-patch+json",
        };

        (await SendAsync(patch with { Headers = [("If-Match", OtherTag)] })).ShouldBeProblem(412);
        var patched = await SendAsync(patch with { Headers = [("If-Match", created.ETag)] });

        var expected = JsonNode.Parse($$"""{"id":"{{id}}","customer":"Ada","nested":{"keep":1,"add":3},"list":[null]}""");
        JsonNode.DeepEquals(patched.ShouldBe(200).Json, expected).ShouldBeTrue(patched.Body);
        (await SendAsync("GET", Item(id))).ETag.ShouldBe(patched.ETag);
        (await SendAsync(patch with { Path = Item(NewId()) })).ShouldBeProblem(404);
    }

    [Fact]
    public async Task Delete_Item_IsGone()
    {
        var (id, tag) = await CreateAsync();

        (await SendAsync("DELETE", Item(id), null, ("If-Match", OtherTag))).ShouldBeProblem(412);
        (await SendAsync("DELETE", Item(id), null, ("If-Match", tag))).ShouldBe(204).Body.ShouldBeEmpty();

        (await SendAsync("GET", Item(id))).ShouldBeProblem(404);
        (await SendAsync("DELETE", Item(id))).ShouldBe(204);
    }

    [Fact]
    public async Task Id_WithSlashesSignsAndUnicode_IsOneSegment()
    {
        var id = $"a/b %2F+é \ud83d\ude80 {Guid.NewGuid():N}";

        var created = await SendAsync("POST", "/orders", new JsonObject { ["id"] = id, ["customer"] = "Ada" }.ToJsonString());

        created.ShouldBe(201).Headers["Location"].ShouldBe($"/{Deployment.Api.Stage}{Item(id)}");
        (await SendAsync("GET", Item(id))).ShouldBe(200).Json["id"]!.GetValue<string>().ShouldBe(id);
    }
}
