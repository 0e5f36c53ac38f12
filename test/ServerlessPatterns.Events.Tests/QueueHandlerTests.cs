using System.Text.Json;
using System.Text.Json.Nodes;

namespace ServerlessPatterns.Events.Tests;

public sealed class QueueHandlerTests
{
    private readonly TestQueueHandler handler = new();

    [Fact]
    public async Task Standard_AllDone_ReportsNothing()
    {
        await using var input = EventDocument.Batch(Message("a", "ok"), Message("b", "ok")).ToStream();

        using var output = new StreamReader(await handler.FunctionHandler(input));

        (await output.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe("""{"batchItemFailures":[]}""");
    }

    [Fact]
    public async Task Standard_SomeFail_ReportsThem() =>
        (await handler.FailuresAsync(EventDocument.Batch(Message("a", "fail"), Message("b", "ok"), Message("c", "fail"), Message("d", "ok"))))
            .ShouldBe(["a", "c"], ignoreOrder: true);

    [Fact]
    public async Task Standard_MessagesWithGroups_DoNotWaitForEachOther() =>
        (await handler.FailuresAsync(EventDocument.Batch(
            EventDocument.Message("a", "fail", group: "tenant"), EventDocument.Message("b", "ok", group: "tenant")))).ShouldBe(["a"]);

    [Fact]
    public async Task Standard_ManyMessages_AreProcessedAtOnceUpToTheMaximum()
    {
        var bounded = new TestQueueHandler { Concurrency = 3 };

        await bounded.FailuresAsync(EventDocument.Batch(Enumerable.Range(0, 30).Select(number => Message($"{number}", "ok"))));

        bounded.Begun.Count.ShouldBe(30);
        bounded.MostAtOnce.ShouldBeInRange(2, 3);
    }

    [Fact]
    public async Task Standard_OneUnreadable_FailsAlone()
    {
        var unreadable = Message("b", "ok");
        unreadable["body"] = new JsonObject();

        (await handler.FailuresAsync(EventDocument.Batch(Message("a", "ok"), unreadable, Message("c", "ok")))).ShouldBe(["b"]);

        handler.Begun.ShouldBe(["a", "c"], ignoreOrder: true);
    }

    [Fact]
    public async Task Fifo_OneFails_ReportsItAndAllAfterItInItsGroup()
    {
        (await handler.FailuresAsync(EventDocument.Batch(
            Fifo("a1", "ok", "a"), Fifo("b1", "ok", "b"), Fifo("a2", "fail", "a"), Fifo("a3", "ok", "a"), Fifo("b2", "ok", "b"), Fifo("a4", "fail", "a"))))
            .ShouldBe(["a2", "a3", "a4"]);

        handler.Begun.ShouldBe(["a1", "a2", "b1", "b2"], ignoreOrder: true);
        handler.Begun.Where(id => id[0] == 'b').ShouldBe(["b1", "b2"]);
    }

    [Fact]
    public async Task Fifo_FailedForTheLastTime_LetsItsGroupGoOn()
    {
        var last = new TestQueueHandler { Receives = 3 };

        (await last.FailuresAsync(EventDocument.Batch(Fifo("a1", "fail", "a", 3), Fifo("a2", "ok", "a", 3), Fifo("a3", "fail", "a", 2), Fifo("a4", "ok", "a", 2))))
            .ShouldBe(["a1", "a3", "a4"]);

        last.Begun.ShouldBe(["a1", "a2", "a3"]);
    }

    [Fact]
    public async Task Fifo_SeenByItsSequenceNumberAlone_KeepsTheOrder()
    {
        var (first, second) = (Fifo("a1", "fail", "a"), Fifo("a2", "ok", "a"));
        first.Remove("eventSourceARN");
        second.Remove("eventSourceARN");

        (await handler.FailuresAsync(EventDocument.Batch(first, second, Fifo("b1", "ok", "b")))).ShouldBe(["a1", "a2"]);
    }

    [Fact]
    public async Task Fifo_WithoutAGroup_Throws()
    {
        var message = Fifo("a1", "ok", "a");
        message["attributes"]!.AsObject().Remove("MessageGroupId");

        (await Should.ThrowAsync<JsonException>(() => handler.FailuresAsync(EventDocument.Batch(message))))
            .Message.ShouldBe("The message a1 of a FIFO queue has no MessageGroupId.");
    }

    [Fact]
    public async Task Batch_AllFail_Throws()
    {
        var exception = await Should.ThrowAsync<BatchFailedException>(() => handler.FailuresAsync(EventDocument.Batch(Message("a", "fail"), Message("b", "fail"))));

        exception.Message.ShouldBe("None of the 2 records of the batch was processed.");
        exception.InnerException.ShouldBeOfType<InvalidOperationException>();
    }

    [Fact]
    public async Task Batch_Empty_ReportsNothing() => (await handler.FailuresAsync(EventDocument.Batch())).ShouldBeEmpty();

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"Records":null}""")]
    [InlineData("""{"records":[]}""")]
    public async Task Event_OfAnotherKind_Throws(string text)
    {
        await using var input = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));

        await Should.ThrowAsync<JsonException>(() => handler.FunctionHandler(input));
    }

    [Theory]
    [InlineData("""{"body":"ok"}""")]
    [InlineData("""{"messageId":"","body":"ok"}""")]
    [InlineData("""{"messageId":null,"body":"ok"}""")]
    [InlineData("""{"messageId":7,"body":"ok"}""")]
    [InlineData("\"text\"")]
    public async Task Record_WithoutAnId_FailsTheBatchBeforeAnythingIsBegun(string record)
    {
        var batch = EventDocument.Batch(Message("a", "ok"));
        batch["Records"]!.AsArray().Add(JsonNode.Parse(record));

        (await Should.ThrowAsync<JsonException>(() => handler.FailuresAsync(batch)))
            .Message.ShouldBe("Record 1 has no messageId: the event is not that of the handler's source.");

        handler.Begun.ShouldBeEmpty();
    }

    [Fact]
    public async Task Event_OfAnotherSource_Throws() =>
        await Should.ThrowAsync<JsonException>(() => handler.FailuresAsync(EventDocument.Batch(EventDocument.Record("1", "ok"))));

    [Fact]
    public async Task Time_IsUp_KeepsWhatIsDoneAndLeavesTheRest()
    {
        var limited = new TestQueueHandler { Concurrency = 1, Limit = TimeSpan.FromMilliseconds(300) };

        (await limited.FailuresAsync(EventDocument.Batch(Message("a", "ok"), Message("b", "hang"), Message("c", "ok")))).ShouldBe(["b", "c"]);

        limited.Begun.ShouldBe(["a", "b"]);
        limited.Log.ShouldContain("The time is up.");
    }

    [Fact]
    public async Task Log_OfAFailure_SaysWhichAndWhyAndNotWhat()
    {
        await handler.FailuresAsync(EventDocument.Batch(EventDocument.Message("a", "fail", receiveCount: 2), Message("b", "ok")));

        var line = JsonNode.Parse(handler.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem())!;
        line["level"]!.GetValue<string>().ShouldBe("ERROR");
        line["message"]!.GetValue<string>().ShouldBe("record failed");
        DateTimeOffset.Parse(line["timestamp"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow);
        line["itemIdentifier"]!.GetValue<string>().ShouldBe("a");
        line["source"]!.GetValue<string>().ShouldBe(EventDocument.StandardQueue);
        line["receiveCount"]!.GetValue<string>().ShouldBe("2");
        line["error"]!["type"]!.GetValue<string>().ShouldBe("System.InvalidOperationException");
        line["error"]!["message"]!.GetValue<string>().ShouldBe("The order is unknown.");
        line["error"]!["cause"]!.GetValue<string>().ShouldBe("System.TimeoutException: No answer.");
        handler.Log.ShouldNotContain("\"fail\"");
    }

    [Fact]
    public async Task Log_OfWhatWaits_SaysHowManyAndWhy()
    {
        await handler.FailuresAsync(EventDocument.Batch(Fifo("b1", "ok", "b"), Fifo("a1", "fail", "a"), Fifo("a2", "ok", "a"), Fifo("a3", "ok", "a")));

        var line = JsonNode.Parse(handler.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1])!;
        line["level"]!.GetValue<string>().ShouldBe("WARN");
        line["records"]!.GetValue<int>().ShouldBe(2);
        line["reason"]!.GetValue<string>().ShouldBe("A record before them failed.");
    }

    private static JsonObject Message(string id, string body) => EventDocument.Message(id, body);

    private static JsonObject Fifo(string id, string body, string group, int receiveCount = 1) =>
        EventDocument.Message(id, body, receiveCount, group, EventDocument.FifoQueue);
}
