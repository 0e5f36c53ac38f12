using Amazon.DynamoDBv2.Model;
using ServerlessPatterns.Handlers.Crud.Tests.Support;

namespace ServerlessPatterns.Handlers.Crud.Tests;

/// <summary>What is in the table beside what clients see.</summary>
public sealed class StoredItemTests(EmulatorFixture emulator) : IAsyncLifetime
{
    private TestApi api = null!;

    public async ValueTask InitializeAsync() =>
        api = await TestApi.CreateAsync(emulator, new() { [CrudEnvironment.TimeToLiveAttribute] = "expires" });

    public async ValueTask DisposeAsync()
    {
        if (api is not null)
        {
            await api.DisposeAsync();
        }
    }

    [Fact]
    public async Task Bookkeeping_IsStoredBesideTheDocumentAndNeverShown()
    {
        var created = await api.SendAsync("2.0", new ApiRequest("POST") { Body = """{"id":"a","status":"open","expires":1767225600}""" });

        var stored = await api.ReadItemAsync("a");
        stored["status"].S.ShouldBe("open");
        stored["expires"].N.ShouldBe("1767225600");
        $"\"{stored["_sp_version"].S}\"".ShouldBe(created.ETag);
        stored.Count.ShouldBe(4);
        created.Body.ShouldNotContain("_sp_");
    }

    [Fact]
    public async Task ItemOfAnotherWriter_IsShownPatchedAndKeptInItsTypes()
    {
        await api.StoreAsync(new Dictionary<string, AttributeValue>
        {
            ["id"] = new() { S = "a" },
            ["binary"] = new() { B = new MemoryStream([1, 2, 3]) },
            ["texts"] = new() { SS = ["x", "y"] },
            ["numbers"] = new() { NS = ["1", "2.5"] },
            ["blobs"] = new() { BS = [new MemoryStream([255])] },
            ["_sp_other"] = new() { S = "hidden" },
        });

        var read = await api.SendAsync("2.0", new ApiRequest("GET", "a"));
        read.Json["binary"]!.GetValue<string>().ShouldBe("AQID");
        read.Json["texts"]!.AsArray().Select(text => text!.GetValue<string>()).Order().ShouldBe(["x", "y"]);
        read.Json["numbers"]!.AsArray().Select(number => number!.GetValue<decimal>()).Order().ShouldBe([1m, 2.5m]);
        read.Json["blobs"]!.ToJsonString().ShouldBe("""["/w=="]""");
        read.Body.ShouldNotContain("hidden");
        read.Headers.Keys.ShouldNotContain("ETag", "It has no version yet.");
        (await api.SendAsync("2.0", new ApiRequest("DELETE", "a") { Headers = new() { ["If-Match"] = "\"x\"" } })).ShouldBeProblem(412);

        (await api.SendAsync("2.0", new ApiRequest("PATCH", "a") { Body = """{"n":1}""" })).Headers.Keys.ShouldContain("ETag");
        var stored = await api.ReadItemAsync("a");
        stored["texts"].SS.Order().ShouldBe(["x", "y"]);
        stored["binary"].B.ToArray().ShouldBe([1, 2, 3]);
    }
}
