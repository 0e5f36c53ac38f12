using ServerlessPatterns.Handlers.Crud.Tests.Support;

namespace ServerlessPatterns.Handlers.Crud.Tests;

public sealed class SortKeyTests(EmulatorFixture emulator)
{
    private static readonly Dictionary<string, string> Sorted = new() { [CrudEnvironment.PartitionKey] = "customer", [CrudEnvironment.SortKey] = "order" };

    [Theory, InlineData("1.0"), InlineData("2.0")]
    public async Task Item_WithSortKey_HasTheWholeContract(string version)
    {
        await using var api = await TestApi.CreateAsync(emulator, Sorted);
        var created = await api.SendAsync(version, new ApiRequest("POST") { Body = """{"customer":"c/1","order":"o 1","n":1}""" });
        created.Status.ShouldBe(201, created.Body);
        created.Headers["Location"].ShouldBe("/prod/orders/c%2F1/o%201");
        (await api.SendAsync(version, new ApiRequest("POST") { Body = """{"customer":"c/1","order":"o 1"}""" })).ShouldBeProblem(409);
        (await api.SendAsync(version, new ApiRequest("GET", "c/1", "o 1"))).ETag.ShouldBe(created.ETag);
        (await api.SendAsync(version, new ApiRequest("PATCH", "c/1", "o 1") { Body = """{"n":2}""" })).Json["n"]!.GetValue<int>().ShouldBe(2);
        (await api.SendAsync(version, new ApiRequest("PUT", "c/1", "o 1") { Body = """{"order":"other"}""" })).ShouldBeProblem(400, "#/order");
        (await api.SendAsync(version, new ApiRequest("PUT", "c/1", "o 1") { Body = """{"m":1}""" })).Status.ShouldBe(200);
        (await api.SendAsync(version, new ApiRequest("DELETE", "c/1", "o 1"))).Status.ShouldBe(204);
        (await api.SendAsync(version, new ApiRequest("GET", "c/1", "o 1"))).ShouldBeProblem(404);
    }

    [Theory, InlineData("1.0"), InlineData("2.0")]
    public async Task Post_WithoutKeys_MakesBoth(string version)
    {
        await using var api = await TestApi.CreateAsync(emulator, Sorted);
        var created = await api.SendAsync(version, new ApiRequest("POST") { Body = "{}" });
        Guid.Parse(created.Json["customer"]!.GetValue<string>()).Version.ShouldBe(7);
        Guid.Parse(created.Json["order"]!.GetValue<string>()).Version.ShouldBe(7);
    }

    [Theory, InlineData("1.0"), InlineData("2.0")]
    public async Task Post_ToPartition_TakesItsKeyFromThePath(string version)
    {
        await using var api = await TestApi.CreateAsync(emulator, Sorted);
        var created = await api.SendAsync(version, new ApiRequest("POST", "c/1") { Body = "{}" });
        created.Status.ShouldBe(201, created.Body);
        created.Json["customer"]!.GetValue<string>().ShouldBe("c/1");
        created.Headers["Location"].ShouldBe($"/prod/orders/c%2F1/{created.Json["order"]!.GetValue<string>()}");
        (await api.SendAsync(version, new ApiRequest("POST", "c/1") { Body = """{"customer":"c2"}""" })).ShouldBeProblem(400, "#/customer");
    }

    [Theory, InlineData("1.0"), InlineData("2.0")]
    public async Task Get_AllPartitions_IsNotAllowed(string version)
    {
        await using var api = await TestApi.CreateAsync(emulator, Sorted);
        var response = await api.SendAsync(version, new ApiRequest("GET"));
        response.ShouldBeProblem(405);
        response.Headers["Allow"].ShouldBe("POST");
    }

    [Theory, InlineData("1.0"), InlineData("2.0")]
    public async Task Keys_OfNumbers_AreNumbersInPathAndBody(string version)
    {
        await using var api = await TestApi.CreateAsync(emulator, new(Sorted) { [CrudEnvironment.SortKeyType] = "N" });
        foreach (var number in new[] { "10", "9.50", "-1" })
        {
            (await api.SendAsync(version, new ApiRequest("PUT", "c", number) { Body = "{}" })).Status.ShouldBe(201);
        }

        (await api.SendAsync(version, new ApiRequest("PUT", "c", "1e1") { Body = """{"order":10.0}""" })).Status.ShouldBe(200, "1e1 is the same number");
        (await api.SendAsync(version, new ApiRequest("PUT", "c", "10") { Body = """{"order":"10"}""" })).ShouldBeProblem(400, "#/order");
        (await api.SendAsync(version, new ApiRequest("GET", "c", "ten"))).ShouldBeProblem(400);
        (await api.SendAsync(version, new ApiRequest("POST") { Body = "{}" })).ShouldBeProblem(400, "#/order");
        var first = await api.SendAsync(version, new ApiRequest("GET", "c") { Query = [("limit", "2")] });
        first.Body.ShouldContain("""{"order":-1""".Replace("{", "", StringComparison.Ordinal));
        var rest = await api.SendAsync(version, new ApiRequest("GET", "c") { Query = [("cursor", first.Json["cursor"]!.GetValue<string>())] });
        rest.Json["items"]!.AsArray().Single()!["order"]!.GetValue<decimal>().ShouldBe(10);
    }
}
