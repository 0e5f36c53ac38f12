using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>The contract where a route is one of an HTTP API, and an item's key has two parts.</summary>
[Collection(CrudHttpCollection.Collection)]
public sealed class CrudHttpTests
{
    private const string OtherTag = "\"AAAAAAAAAAAAAAAAAAAAAA\"";

    /// <summary>What Lambda itself does with the role, and no call of the handler shows.</summary>
    private static readonly string[] ForLambda =
        ["logs:CreateLogStream", "logs:PutLogEvents", "xray:PutTelemetryRecords", "xray:PutTraceSegments"];

    private readonly CrudHttpDeployment api;

    public CrudHttpTests(CrudHttpDeployment deployment)
    {
        Tool.RequireForDeployment();
        api = deployment;
    }

    // A slash, a space, signs and letters that a path cannot have as they are.
    private static string NewOrder() => $"a/b %2F+é \ud83d\ude80 {Guid.NewGuid():N}";

    private static string Path(string order, string? line = null) =>
        $"/lines/{Uri.EscapeDataString(order)}" + (line is null ? "" : $"/{Uri.EscapeDataString(line)}");

    [Fact]
    public async Task Post_NewItem_IsCreatedWhereItsLocationLeads()
    {
        var order = NewOrder();
        var item = new JsonObject { ["order"] = order, ["line"] = "1", ["total"] = 12.5 };

        var created = await api.SendAsync("POST", "/lines", item.ToJsonString());

        // The default stage is not in the path.
        created.ShouldBe(201).Headers["Location"].ShouldBe(Path(order, "1"));
        var read = await api.SendAsync("GET", created.Headers["Location"]);
        read.ShouldBe(200).ETag.ShouldBe(created.ETag);
        JsonNode.DeepEquals(read.Json, item).ShouldBeTrue(read.Body);
        (await api.SendAsync("GET", Path(order, "1"), null, ("If-None-Match", created.ETag))).ShouldBe(304).Body.ShouldBeEmpty();
        (await api.SendAsync("POST", "/lines", item.ToJsonString())).ShouldBeProblem(409);
        (await api.SendAsync("GET", Path(order, "2"))).ShouldBeProblem(404);
    }

    [Fact]
    public async Task Post_ToAPartition_TakesItsKeyFromThePathAndMakesTheOther()
    {
        var order = NewOrder();

        var created = await api.SendAsync("POST", Path(order), """{"total":1}""");

        var line = created.ShouldBe(201).Json["line"]!.GetValue<string>();
        Guid.Parse(line).Version.ShouldBe(7);
        created.Json["order"]!.GetValue<string>().ShouldBe(order);
        created.Headers["Location"].ShouldBe(Path(order, line));
        (await api.SendAsync("POST", Path(order), """{"order":"another"}""")).ShouldBeProblem(400);
    }

    [Fact]
    public async Task Put_NewThenExisting_CreatesThenReplacesWhole()
    {
        var (order, path) = NewPath();

        var created = await api.SendAsync("PUT", path, """{"old":true}""", ("If-None-Match", "*"));
        (await api.SendAsync("PUT", path, """{"new":true}""", ("If-None-Match", "*"))).ShouldBeProblem(412);
        var replaced = await api.SendAsync("PUT", path, """{"new":true}""", ("If-Match", created.ShouldBe(201).ETag));

        var read = await api.SendAsync("GET", path);
        read.ETag.ShouldBe(replaced.ShouldBe(200).ETag);
        JsonNode.DeepEquals(read.Json, new JsonObject { ["order"] = order, ["line"] = "1", ["new"] = true }).ShouldBeTrue(read.Body);
    }

    [Fact]
    public async Task Patch_Item_IsMerged()
    {
        var (order, path) = NewPath();
        await api.SendAsync("PUT", path, """{"drop":1,"nested":{"keep":1,"drop":2}}""");
        var patch = new ApiCall("PATCH", path) { Body = """{"drop":null,"nested":{"drop":null,"add":3}}""", ContentType = "application/merge-patch+json" };

        (await api.SendAsync(patch with { Headers = [("If-Match", OtherTag)] })).ShouldBeProblem(412);
        var patched = await api.SendAsync(patch);

        var expected = new JsonObject { ["order"] = order, ["line"] = "1", ["nested"] = new JsonObject { ["keep"] = 1, ["add"] = 3 } };
        JsonNode.DeepEquals(patched.ShouldBe(200).Json, expected).ShouldBeTrue(patched.Body);
    }

    [Fact]
    public async Task Delete_Item_IsGone()
    {
        var (_, path) = NewPath();
        await api.SendAsync("PUT", path, "{}");

        (await api.SendAsync("DELETE", path, null, ("If-Match", OtherTag))).ShouldBeProblem(412);
        (await api.SendAsync("DELETE", path)).ShouldBe(204).Body.ShouldBeEmpty();

        (await api.SendAsync("GET", path)).ShouldBeProblem(404);
        (await api.SendAsync("DELETE", path)).ShouldBe(204);
    }

    [Fact]
    public async Task Get_Partition_PagesThroughItsItemsInOrder()
    {
        var order = NewOrder();
        string[] lines = ["1", "2", "3", "4", "5"];
        foreach (var line in lines.Reverse())
        {
            (await api.SendAsync("PUT", Path(order, line), "{}")).ShouldBe(201);
        }

        (await api.SendAsync("PUT", Path(NewOrder(), "1"), "{}")).ShouldBe(201);

        var found = new List<string>();
        string? cursor = null;
        do
        {
            (string, string)[] query = cursor is null ? [("limit", "2")] : [("limit", "2"), ("cursor", cursor)];
            var page = (await api.SendAsync(new ApiCall("GET", Path(order)) { Query = query })).ShouldBe(200);
            found.AddRange(page.Json["items"]!.AsArray().Select(item => item!["line"]!.GetValue<string>()));
            cursor = page.Json["cursor"]?.GetValue<string>();
        }
        while (cursor is not null);

        found.ShouldBe(lines);
        (await api.SendAsync(new ApiCall("GET", Path(order)) { Query = [("cursor", "e30")] })).ShouldBeProblem(400);
    }

    [Theory]
    [InlineData("PUT", """["line"]""", "application/json", 400)]
    [InlineData("PUT", """{"line":"2"}""", "application/json", 400)]
    [InlineData("PUT", "{}", "text/plain", 415)]
    [InlineData("PATCH", "{}", "application/json-patch+json", 415)]
    public async Task Body_ThatIsNoItem_IsRefused(string method, string body, string type, int status) =>
        (await api.SendAsync(new ApiCall(method, NewPath().Path) { Body = body, ContentType = type })).ShouldBeProblem(status);

    [Fact]
    public async Task Role_CallsOfEveryOperation_AreAllowedAndNothingIsToSpare()
    {
        var (order, path) = NewPath();
        await api.SendAsync("POST", Path(order), "{}");
        await api.SendAsync("PUT", path, "{}");
        await api.SendAsync("GET", path);
        await api.SendAsync("GET", Path(order));
        await api.SendAsync("PATCH", path, """{"a":1}""");
        (await api.SendAsync("DELETE", path)).ShouldBe(204);

        await api.Running.CheckPermissionsAsync(ForLambda);
        var policy = await api.Running.ReadPolicyAsync();
        policy.Allows("dynamodb:Query", api.TableArn).ShouldBeTrue();
        policy.Allows("dynamodb:Scan", api.TableArn).ShouldBeFalse();
        policy.Allows("dynamodb:Query", $"{api.TableArn}/index/by-total").ShouldBeFalse();
    }

    private static (string Order, string Path) NewPath()
    {
        var order = NewOrder();
        return (order, Path(order, "1"));
    }
}
