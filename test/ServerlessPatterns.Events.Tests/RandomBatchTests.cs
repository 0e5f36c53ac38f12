using ServerlessPatterns.Events.Tests.Models;

namespace ServerlessPatterns.Events.Tests;

/// <summary>
/// A thousand batches and more of each source, with failures that pass, poison, redeliveries and records that cannot be
/// read: nothing is lost, nothing is out of order, and poison is all that ends among the dead.
/// </summary>
public sealed class RandomBatchTests
{
    private const int Batches = 1000;

    [Fact]
    public Task StandardQueue_RandomBatches_LoseNothing() => RunAsync(isFifo: false);

    [Fact]
    public Task FifoQueue_RandomBatches_LoseNothingAndKeepTheOrderOfGroups() => RunAsync(isFifo: true);

    [Fact]
    public async Task Stream_RandomBatches_LoseNothingAndKeepTheOrderOfShards()
    {
        var (random, seed) = Seed.Take();
        var ledger = new Ledger { IsOrdered = true };
        var handler = new ShardModel.Handler(ledger);
        ShardModel[] shards = [new(random, ledger, "shardId-000000000000"), new(random, ledger, "shardId-000000000001")];

        var batches = 0;
        bool polled;
        do
        {
            polled = false;
            foreach (var shard in shards)
            {
                shard.Put(batches < Batches ? random.Next(10) : 0);
                if (await shard.PollAsync(handler))
                {
                    polled = true;
                    batches++;
                }
            }
        }
        while (polled || batches < Batches);

        Judge(ledger, seed);
    }

    private static async Task RunAsync(bool isFifo)
    {
        var (random, seed) = Seed.Take();
        var queue = new QueueModel(random, isFifo);

        await queue.RunAsync(Batches);

        Judge(queue.Ledger, seed);
    }

    private static void Judge(Ledger ledger, string seed)
    {
        TestContext.Current.TestOutputHelper!.WriteLine($"{ledger.Invocations} deliveries, {ledger.Items.Count()} records, {ledger.Dead.Count} of them poison");
        ledger.Findings().Take(10).ShouldBeEmpty(seed);
        ledger.Invocations.ShouldBeGreaterThanOrEqualTo(Batches);
        ledger.Items.Count().ShouldBeGreaterThan(Batches);
        ledger.Dead.Count.ShouldBeGreaterThan(Batches / 100);
    }
}
