using System.Globalization;
using System.Text.Json.Nodes;
using ServerlessPatterns.Handlers.Crud.Tests.Support;

namespace ServerlessPatterns.Handlers.Crud.Tests;

public sealed class FaultTests(EmulatorFixture emulator)
{
    private static readonly ApiRequest[] Requests =
    [
        new("POST") { Body = """{"id":"a"}""" },
        new("GET", "a"),
        new("GET"),
        new("PUT", "a") { Body = """{"n":1}""" },
        new("PATCH", "a") { Body = """{"n":1}""" },
        new("DELETE", "a"),
    ];

    [Theory]
    [InlineData(400, "ProvisionedThroughputExceededException", 429)]
    [InlineData(400, "ThrottlingException", 429)]
    [InlineData(400, "RequestLimitExceeded", 429)]
    [InlineData(500, "InternalServerError", 503)]
    [InlineData(503, "ServiceUnavailable", 503)]
    public async Task Table_ThrottlesOrFails_SaysWhenToTryAgain(int status, string code, int expected)
    {
        await using var api = await TestApi.CreateAsync(emulator);
        api.Wire.Disturb = _ => new Fault(status, code);
        foreach (var response in await Task.WhenAll(Requests.Select(request => api.SendAsync(request.Keys.Length == 0 ? "1.0" : "2.0", request))))
        {
            response.ShouldBeProblem(expected);
            int.Parse(response.Headers["Retry-After"], CultureInfo.InvariantCulture).ShouldBeGreaterThan(0);
        }
    }

    [Theory]
    [InlineData("AccessDeniedException"), InlineData("ResourceNotFoundException"), InlineData("UnrecognizedClientException")]
    public async Task Table_RefusesTheFunction_IsInternalAndLogged(string code)
    {
        await using var api = await TestApi.CreateAsync(emulator);
        api.Wire.Disturb = _ => new Fault(400, code);
        foreach (var request in Requests)
        {
            (await api.SendAsync("1.0", request)).ShouldBeProblem(500);
        }

        var lines = api.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        lines.Count.ShouldBe(Requests.Length);
        lines.ShouldAllBe(line => line["level"]!.GetValue<string>() == "ERROR" && line["error"]!["code"]!.GetValue<string>() == code);
    }

    [Fact]
    public async Task Table_RefusesAnIndexKey_IsTheClientsFault()
    {
        await using var api = await TestApi.CreateAsync(emulator);
        api.Wire.Disturb = _ => new Fault(400, "ValidationException", "Type mismatch for Index Key secret");
        (await api.SendAsync("2.0", Requests[0])).ShouldBeProblem(400);
        api.Log.ShouldNotContain("secret");
        (await api.SendAsync("2.0", Requests[1])).ShouldBeProblem(500);
        api.Wire.Disturb = _ => new Fault(400, "ValidationException", "Item size has exceeded the maximum allowed size");
        (await api.SendAsync("2.0", Requests[0])).ShouldBeProblem(413);
    }

    [Fact]
    public async Task Table_FailsForAMoment_IsTriedAgain()
    {
        await using var api = await TestApi.CreateAsync(emulator);
        var faults = new Queue<Fault>([new Fault(400, "ProvisionedThroughputExceededException"), new Fault(500, "InternalServerError")]);
        api.Wire.Disturb = _ => faults.TryDequeue(out var fault) ? fault : null;
        (await api.SendAsync("2.0", Requests[0])).Status.ShouldBe(201);

        faults = new Queue<Fault>([Fault.Break, Fault.Break]);
        (await api.SendAsync("2.0", Requests[1])).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Table_CannotBeReached_IsUnavailable()
    {
        await using var api = await TestApi.CreateAsync(emulator);
        api.Wire.Disturb = _ => Fault.Break;
        (await api.SendAsync("2.0", Requests[1])).ShouldBeProblem(503);
        api.Wire.Actions.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Table_DoesNotAnswer_IsUnavailableAfterBoundedTries()
    {
        await using var api = await TestApi.CreateAsync(emulator, timeout: TimeSpan.FromMilliseconds(100));
        api.Wire.Disturb = _ => Fault.Hang;
        (await api.SendAsync("2.0", Requests[1])).ShouldBeProblem(503);
        api.Wire.Actions.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Write_WhoseAnswerIsLost_IsNotTakenForAConflict()
    {
        await using var api = await TestApi.CreateAsync(emulator);
        api.Wire.Disturb = LoseFirst("PutItem");
        var created = await api.SendAsync("2.0", Requests[0]);
        created.Status.ShouldBe(201);

        api.Wire.Disturb = LoseFirst("PutItem");
        var replaced = await api.SendAsync("2.0", new ApiRequest("PUT", "a") { Body = """{"n":1}""", Headers = new() { ["If-Match"] = created.ETag } });
        replaced.Status.ShouldBe(200);

        api.Wire.Disturb = LoseFirst("PutItem");
        var patched = await api.SendAsync("2.0", new ApiRequest("PATCH", "a") { Body = """{"m":2}""", Headers = new() { ["If-Match"] = replaced.ETag } });
        patched.Status.ShouldBe(200);
        (await api.SendAsync("2.0", Requests[1])).ETag.ShouldBe(patched.ETag);
    }

    private static Func<string, Fault?> LoseFirst(string action)
    {
        var isFirst = true;
        return current =>
        {
            var loses = isFirst && current == action;
            isFirst = isFirst && !loses;
            return loses ? Fault.LoseAnswer : null;
        };
    }
}
