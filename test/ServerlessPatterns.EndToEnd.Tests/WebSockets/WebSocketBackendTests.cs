using System.Text.Json.Nodes;
using Amazon.Runtime;
using ChatClient;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>Chat clients that talk to each other through the deployed function.</summary>
[Collection(WebSocketCollection.Collection)]
public sealed class WebSocketBackendTests
{
    /// <summary>What Lambda itself does with the role, and no call of the handler shows.</summary>
    private static readonly string[] ForLambda =
        ["logs:CreateLogStream", "logs:PutLogEvents", "xray:PutTelemetryRecords", "xray:PutTraceSegments"];

    private readonly WebSocketDeployment backend;
    private readonly string room = $"room-{Guid.NewGuid():N}";

    public WebSocketBackendTests(WebSocketDeployment deployment)
    {
        Tool.RequireForDeployment();
        backend = deployment;
    }

    [Fact]
    public async Task Message_OfAChatClient_ReachesTheOthersInItsRoomOnly()
    {
        await using var ada = await OpenAsync("ada", room);
        await using var bob = await OpenAsync("bob", room);
        await using var eve = await OpenAsync("eve", $"{room}-2");

        await ada.SayAsync("hello", "7", Timely);

        var message = await ReceiveAsync(bob);
        ((string?)message["type"]).ShouldBe("message");
        ((string?)message["from"]).ShouldBe("ada");
        ((string?)message["room"]).ShouldBe(room);
        ((string?)message["ref"]).ShouldBe("7");
        ((string?)message["data"]!["text"]).ShouldBe("hello");
        var answer = await ReceiveAsync(ada);
        Result(answer).ShouldBe("sent 1 0 0 true");
        ((string?)answer["id"]).ShouldBe((string?)message["id"]);

        // Whatever had been sent to her before would come first.
        await eve.PingAsync(Timely);
        ((string?)(await ReceiveAsync(eve))["type"]).ShouldBe("pong");
    }

    [Fact]
    public async Task Client_ThatLeaves_IsInNoRoomAnyMore()
    {
        await using var ada = await OpenAsync("ada", room);
        await using (var bob = await OpenAsync("bob", room))
        {
            (await backend.MembersAsync(room)).Count.ShouldBe(2);
            await bob.CloseAsync(Timely);
            await UntilMembersAsync(1);
        }

        await ada.SayAsync("anybody?", "1", Timely);

        Result(await ReceiveAsync(ada)).ShouldBe("sent 0 0 0 true");
    }

    [Fact]
    public async Task Client_LostWithoutDisconnect_IsRemovedByTheNextMessage()
    {
        await using var ada = await OpenAsync("ada", room);
        await using var lost = await OpenAsync($"lost-{room}", room);
        backend.Gateway.Lose($"lost-{room}");
        (await backend.MembersAsync(room)).Count.ShouldBe(2);

        await ada.SayAsync("still there?", "1", Timely);

        Result(await ReceiveAsync(ada)).ShouldBe("sent 0 1 0 true");
        (await backend.MembersAsync(room)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Connect_ToldTwiceOrTooLate_LeavesTheTableRight()
    {
        var events = new WebSocketEvent("prod", $"{Guid.NewGuid():N}=", DateTimeOffset.UtcNow);
        await InvokeAsync(events.Connect(room, "ada"), 200);
        await InvokeAsync(events.Connect(room, "ada"), 200);
        (await backend.MembersAsync(room)).ShouldBe([events.ConnectionId]);

        await InvokeAsync(events.Disconnect(), 200);
        await InvokeAsync(events.Disconnect(), 200);
        await InvokeAsync(events.Connect(room, "ada"), 410);

        (await backend.MembersAsync(room)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("@somebody")]
    [InlineData("two words")]
    public async Task Connect_ToNoRoom_IsRefused(string name) =>
        await Should.ThrowAsync<System.Net.WebSockets.WebSocketException>(() => OpenAsync("ada", name));

    [Fact]
    public async Task Role_CallsOfAChat_AreAllowedAndNothingIsToSpare()
    {
        await using var ada = await OpenAsync("ada", room);
        await using (var bob = await OpenAsync("bob", room))
        {
            await ada.SayAsync("hello", "1", Timely);
            await ReceiveAsync(ada);
            await bob.CloseAsync(Timely);
            await UntilMembersAsync(1);
        }

        var policy = await backend.Running.ReadPolicyAsync();
        var api = backend.Gateway.ApiArn;
        policy.Allows("execute-api:ManageConnections", $"{api}/prod/POST/@connections/abc=").ShouldBeTrue();
        string[] others = [$"{api}/prod/DELETE/@connections/abc=", $"{api}/test/POST/@connections/abc=", $"{api}2/prod/POST/@connections/abc=", $"{api}/prod/$connect"];
        others.ShouldAllBe(resource => !policy.Allows("execute-api:ManageConnections", resource));
        policy.Allows("dynamodb:Scan", backend.TableArn).ShouldBeFalse();
        policy.Allows("dynamodb:Query", $"{backend.TableArn}/index/by-user").ShouldBeFalse();
        await backend.Running.CheckPermissionsAsync(ForLambda);
    }

    private static CancellationToken Timely => TestContext.Current.CancellationToken;

    private Task<ChatConnection> OpenAsync(string user, string name) => ChatConnection.OpenAsync(
        backend.Gateway.Url, name, new BasicAWSCredentials(user, "secret"), backend.Stack.Region, Timely);

    private static async Task<JsonNode> ReceiveAsync(ChatConnection connection)
    {
        using var tooLate = CancellationTokenSource.CreateLinkedTokenSource(Timely);
        tooLate.CancelAfter(TimeSpan.FromSeconds(60));
        return (await connection.ReceiveAsync(tooLate.Token)).ShouldNotBeNull();
    }

    private static string Result(JsonNode answer) =>
        $"{answer["type"]} {answer["delivered"]} {answer["gone"]} {answer["failed"]} {answer["complete"]}";

    private async Task InvokeAsync(JsonObject payload, int status) =>
        (await backend.Running.InvokeAsync(payload))!["statusCode"]!.GetValue<int>().ShouldBe(status);

    // The end of a connection is told after the client has gone on.
    private async Task UntilMembersAsync(int count)
    {
        for (var attempt = 0; (await backend.MembersAsync(room)).Count != count; attempt++)
        {
            attempt.ShouldBeLessThan(300);
            await Task.Delay(100, Timely);
        }
    }
}
