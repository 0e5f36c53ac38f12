using System.Globalization;

namespace ServerlessPatterns.Events.Tests.Models;

/// <summary>
/// A shard of a stream, its event source mapping with partial batch responses and splitting of failed batches, and its
/// failure destination.
/// </summary>
/// <remarks>
/// Where AWS's documentation leaves room, the harder reading is taken: a batch whose first record is reported is not split,
/// and progress does not give a batch new tries.
/// https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-batchfailurereporting.html
/// </remarks>
internal sealed class ShardModel(Random random, Ledger ledger, string shard)
{
    private const int MaxRetries = 10;
    private const int BatchSize = 10;

    private readonly List<Item> records = [];
    private int checkpoint;

    public void Put(int count)
    {
        for (var put = 0; put < count; put++)
        {
            records.Add(ledger.Add(random, shard));
        }
    }

    /// <summary>Reads one batch to its end: until it is processed or at the destination.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> PollAsync(Handler handler)
    {
        var batch = records.Skip(checkpoint).Take(random.Next(1, BatchSize + 1)).ToList();
        checkpoint += batch.Count;
        await DeliverAsync(handler, batch, 0);
        return batch.Count > 0;
    }

    private async Task DeliverAsync(Handler handler, List<Item> batch, int retries)
    {
        while (batch.Count > 0)
        {
            var failures = await Answer.AskAsync(handler, ledger, EventDocument.Batch(batch.Select(ToDocument)), batch.Select(Number));
            if (random.Next(10) == 0)
            {
                // The poller starts anew from its checkpoint.
                continue;
            }

            if (failures is null && batch.Count > 1)
            {
                await DeliverAsync(handler, batch[..(batch.Count / 2)], retries);
                batch = batch[(batch.Count / 2)..];
                continue;
            }

            if (failures is { Count: 0 })
            {
                return;
            }

            if (++retries > MaxRetries)
            {
                batch.ForEach(ledger.Bury);
                return;
            }

            batch = failures is null ? batch : batch[batch.FindIndex(item => failures.Contains(Number(item)))..];
        }
    }

    private static string Number(Item item) => string.Create(CultureInfo.InvariantCulture, $"49590338271490256608559692538361571095921575989{item.Position:000000000}");

    private System.Text.Json.Nodes.JsonObject ToDocument(Item item)
    {
        var document = EventDocument.Record(Number(item), item.Id, shard: shard);
        if (item.Fate == Fate.Unreadable)
        {
            document["kinesis"]!["data"] = "not base64!";
        }

        return document;
    }

    internal sealed class Handler : KinesisHandler
    {
        private readonly Ledger ledger;

        public Handler(Ledger ledger)
        {
            this.ledger = ledger;
            Log = new BatchLog(Stream.Null);
        }

        protected override Task ProcessAsync(KinesisRecord record, CancellationToken cancellationToken) =>
            ledger.ProcessAsync(System.Text.Encoding.UTF8.GetString(record.Kinesis.Data.Span), failures: 1);
    }
}
