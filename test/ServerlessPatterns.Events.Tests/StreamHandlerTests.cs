using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ServerlessPatterns.Events.Tests;

public sealed class StreamHandlerTests
{
    private readonly KinesisTestHandler kinesis = new();
    private readonly TableTestHandler table = new();

    [Fact]
    public async Task Kinesis_AllDone_ReportsNothingAndKeepsTheOrder()
    {
        (await kinesis.FailuresAsync(Records("ok 1", "ok 2", "ok 3"))).ShouldBeEmpty();

        kinesis.Begun.ShouldBe(["ok 1", "ok 2", "ok 3"]);
    }

    [Fact]
    public async Task Kinesis_OneFails_IsTheCheckpointAndNothingBehindItIsBegun()
    {
        (await kinesis.FailuresAsync(Records("ok 1", "ok 2", "fail", "ok 4", "fail"))).ShouldBe(["103"]);

        kinesis.Begun.ShouldBe(["ok 1", "ok 2", "fail"]);
    }

    [Fact]
    public async Task Kinesis_TheFirstFails_FailsTheInvocation()
    {
        await Should.ThrowAsync<BatchFailedException>(() => kinesis.FailuresAsync(Records("fail", "ok")));

        kinesis.Begun.ShouldBe(["fail"]);
    }

    [Fact]
    public async Task Kinesis_OneUnreadable_IsTheCheckpoint()
    {
        var batch = Records("ok 1", "ok 2", "ok 3");
        batch["Records"]![1]!["kinesis"]!["data"] = "*";

        (await kinesis.FailuresAsync(batch)).ShouldBe(["102"]);

        kinesis.Begun.ShouldBe(["ok 1"]);
    }

    [Fact]
    public async Task Kinesis_TimeIsUp_TheNextRecordIsTheCheckpoint()
    {
        var limited = new KinesisTestHandler { Limit = TimeSpan.FromMilliseconds(200) };

        (await limited.FailuresAsync(Records("ok 1", "slow", "ok 3"))).ShouldBe(["103"]);
    }

    [Fact]
    public async Task Kinesis_TumblingWindow_ThrowsAsTheAnswerWouldLoseItsState()
    {
        var batch = Records("ok 1");
        batch["window"] = new JsonObject { ["start"] = "2026-11-21T10:00:00Z", ["end"] = "2026-11-21T10:02:00Z" };

        (await Should.ThrowAsync<JsonException>(() => kinesis.FailuresAsync(batch))).Message.ShouldContain("TimeWindowResponse");
    }

    [Fact]
    public async Task Table_OneFails_IsTheCheckpoint()
    {
        (await table.FailuresAsync(EventDocument.Batch(Change("111", "a"), Change("222", "fail"), Change("333", "c")))).ShouldBe(["222"]);

        table.Begun.ShouldBe(["a", "fail"]);
    }

    [Fact]
    public async Task Table_TheFirstFails_FailsTheInvocation() =>
        await Should.ThrowAsync<BatchFailedException>(() => table.FailuresAsync(EventDocument.Batch(Change("111", "fail"), Change("222", "b"))));

    [Fact]
    public async Task Table_RecordOfAKinesisStream_Throws() =>
        (await Should.ThrowAsync<JsonException>(() => table.FailuresAsync(Records("ok"))))
            .Message.ShouldBe("Record 0 has no dynamodb.SequenceNumber: the event is not that of the handler's source.");

    private static JsonObject Records(params string[] data) =>
        EventDocument.Batch(data.Select((text, index) => EventDocument.Record($"{101 + index}", text)));

    private static JsonObject Change(string sequenceNumber, string id) =>
        EventDocument.Change(sequenceNumber, new JsonObject { ["id"] = new JsonObject { ["S"] = id } }, null, []);

    private sealed class KinesisTestHandler : KinesisHandler
    {
        public KinesisTestHandler() => Log = new BatchLog(Stream.Null);

        public List<string> Begun { get; } = [];

        public TimeSpan? Limit { get; init; }

        protected override TimeSpan? TimeLimit => Limit;

        protected override async Task ProcessAsync(KinesisRecord record, CancellationToken cancellationToken)
        {
            var text = Encoding.UTF8.GetString(record.Kinesis.Data.Span);
            Begun.Add(text);
            if (text == "slow")
            {
                await Task.Delay(600, CancellationToken.None);
            }

            if (text == "fail")
            {
                throw new InvalidOperationException("No.");
            }
        }
    }

    private sealed class TableTestHandler : TableStreamHandler
    {
        public TableTestHandler() => Log = new BatchLog(Stream.Null);

        public List<string?> Begun { get; } = [];

        protected override Task ProcessAsync(TableStreamRecord record, CancellationToken cancellationToken)
        {
            Begun.Add(record.Change.Keys["id"].S);
            return record.Change.Keys["id"].S == "fail" ? throw new InvalidOperationException("No.") : Task.CompletedTask;
        }
    }
}
