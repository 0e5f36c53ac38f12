using System.Text.Json;
using System.Text.Json.Nodes;
using ServerlessPatterns.Handlers.Crud.Tests.Support;

namespace ServerlessPatterns.Handlers.Crud.Tests;

public sealed class LogTests(EmulatorFixture emulator)
{
    [Fact]
    public async Task Request_IsOneLineWithoutItsContents()
    {
        await using var api = await TestApi.CreateAsync(emulator);
        await api.SendAsync("1.0", new ApiRequest("PUT", "private-id") { Body = """{"private":"text"}""" });
        await api.SendAsync("2.0", new ApiRequest("PUT", "private-id") { Body = """{"private":"text" """ });

        var lines = api.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2);
        api.Log.ShouldNotContain("private");
        var line = JsonNode.Parse(lines[0])!;
        line["timestamp"]!.GetValue<DateTimeOffset>().ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(1));
        line["level"]!.GetValue<string>().ShouldBe("INFO");
        line["requestId"]!.GetValue<string>().ShouldBe(ApiRequest.RequestId);
        line["method"]!.GetValue<string>().ShouldBe("PUT");
        line["operation"]!.GetValue<string>().ShouldBe("replace");
        line["status"]!.GetValue<int>().ShouldBe(201);
        line["durationMs"]!.GetValueKind().ShouldBe(JsonValueKind.Number);
        JsonNode.Parse(lines[1])!["status"]!.GetValue<int>().ShouldBe(400);
    }
}
