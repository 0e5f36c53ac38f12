using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Examples.Tests.Support;
using MinuteAggregates;
using ServerlessPatterns.Events;

namespace Examples.Tests.MinuteAggregates;

public sealed class AggregateFunctionTests(EmulatorFixture emulator)
{
    [Fact]
    public async Task Readings_OfTwoSensorsAndMinutes_AreAggregated()
    {
        await using var table = await CreateAsync();

        (await SendAsync(table, [
            Reading(1, "s-1", "2026-11-21T10:00:00Z", 20),
            Reading(2, "s-1", "2026-11-21T11:00:59+01:00", -1.5m),
            Reading(3, "s-2", "2026-11-21T10:00:30Z", 7),
            Reading(4, "s-1", "2026-11-21T10:01:00Z", 3.25m),
            Reading(5, "s-1", "2026-11-21T10:00:10Z", 4),
        ])).ShouldBeEmpty();

        (await AggregatesAsync(table)).ShouldBe([
            "s-1 2026-11-21T10:00Z: 3, 22.5, -1.5 to 20",
            "s-1 2026-11-21T10:01Z: 1, 3.25, 3.25 to 3.25",
            "s-2 2026-11-21T10:00Z: 1, 7, 7 to 7",
        ]);
    }

    [Fact]
    public async Task Batch_DeliveredAgain_ChangesNothing()
    {
        await using var table = await CreateAsync();
        JsonObject[] batch = [Reading(1, "s-1", "2026-11-21T10:00:00Z", 20), Reading(2, "s-1", "2026-11-21T10:00:01Z", 10)];
        await SendAsync(table, batch);
        var before = await table.DumpAsync();

        (await SendAsync(table, batch)).ShouldBeEmpty();

        (await table.DumpAsync()).ShouldBe(before);
        (await AggregatesAsync(table)).ShouldBe(["s-1 2026-11-21T10:00Z: 2, 30, 10 to 20"]);
    }

    [Fact]
    public async Task Batch_CutInEveryWayAndDeliveredAgain_CountsEachReadingOnce()
    {
        await using var table = await CreateAsync();
        var batch = Enumerable.Range(1, 6).Select(number => Reading(number, "s-1", $"2026-11-21T10:00:0{number}Z", number)).ToArray();

        foreach (var (start, end) in new[] { (0, 3), (0, 6), (3, 6), (1, 2), (0, 1) })
        {
            (await SendAsync(table, batch[start..end])).ShouldBeEmpty();
        }

        (await AggregatesAsync(table)).ShouldBe(["s-1 2026-11-21T10:00Z: 6, 21, 1 to 6"]);
    }

    [Fact]
    public async Task Record_ReplayedAfterLaterOnes_StillCounts()
    {
        await using var table = await CreateAsync();
        await SendAsync(table, [Reading(2, "s-1", "2026-11-21T10:00:02Z", 2)]);

        await SendAsync(table, [Reading(1, "s-1", "2026-11-21T10:00:01Z", 1)]);

        (await AggregatesAsync(table)).ShouldBe(["s-1 2026-11-21T10:00Z: 2, 3, 1 to 2"]);
    }

    [Theory]
    [InlineData("poison")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"sensor":"s-1","at":"2026-11-21T10:00:02Z","value":"high"}""")]
    [InlineData("""{"sensor":"s-1","at":"2026-11-21T10:00:02Z","value":1e400}""")]
    public async Task Record_NoReading_IsTheCheckpoint(string data)
    {
        await using var table = await CreateAsync();

        (await SendAsync(table, [
            Reading(1, "s-1", "2026-11-21T10:00:01Z", 1),
            EventDocument.Record(Number(2), data),
            Reading(3, "s-1", "2026-11-21T10:00:03Z", 3),
        ])).ShouldBe([Number(2)]);

        (await AggregatesAsync(table)).ShouldBe(["s-1 2026-11-21T10:00Z: 1, 1, 1 to 1"]);
    }

    [Fact]
    public async Task Record_NoReadingAndTheFirst_FailsTheInvocation()
    {
        await using var table = await CreateAsync();

        await Should.ThrowAsync<BatchFailedException>(() => SendAsync(table, [EventDocument.Record(Number(1), "poison"), Reading(2, "s-1", "2026-11-21T10:00:01Z", 1)]));

        (await table.DumpAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Aggregate_ChangedByAnotherWriterInBetween_LosesNothing()
    {
        await using var table = await CreateAsync();
        await SendAsync(table, [Reading(1, "s-1", "2026-11-21T10:00:01Z", 1)]);
        using var racing = new RacingClient(emulator, () => SendAsync(table, [Reading(2, "s-1", "2026-11-21T10:00:02Z", 2)]));

        (await new AggregateFunction(racing.Client, table.Name).FailuresAsync(EventDocument.Batch(Reading(3, "s-1", "2026-11-21T10:00:03Z", 3)))).ShouldBeEmpty();

        (await AggregatesAsync(table)).ShouldBe(["s-1 2026-11-21T10:00Z: 3, 6, 1 to 3"]);
    }

    private static JsonObject Reading(int number, string sensor, string at, decimal value) =>
        EventDocument.Record(Number(number), string.Create(CultureInfo.InvariantCulture, $$"""{"sensor":"{{sensor}}","at":"{{at}}","value":{{value}}}"""), sensor);

    private static string Number(int number) => $"4959033827149025660855969253836157109592157598913658{number:0000}";

    private static Task<string[]> SendAsync(TestTable table, IEnumerable<JsonObject> records) =>
        new AggregateFunction(table.Client, table.Name).FailuresAsync(EventDocument.Batch(records));

    private static async Task<string[]> AggregatesAsync(TestTable table) =>
    [
        .. (await table.ScanAsync())
            .Where(item => item.ContainsKey("count"))
            .Select(item => $"{item["sensor"].S} {item["minute"].S}: {Text(item["count"])}, {Text(item["sum"])}, {Text(item["min"])} to {Text(item["max"])}")
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>moto keeps the zeros at a number's end, which DynamoDB drops.</summary>
    private static string Text(AttributeValue value) =>
        decimal.Parse(value.N, CultureInfo.InvariantCulture).ToString("0.####", CultureInfo.InvariantCulture);

    private Task<TestTable> CreateAsync() => TestTable.CreateAsync(emulator, "sensor", "minute");
}
