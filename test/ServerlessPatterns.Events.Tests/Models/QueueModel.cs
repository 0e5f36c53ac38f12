using System.Text.Json.Nodes;

namespace ServerlessPatterns.Events.Tests.Models;

/// <summary>
/// An SQS queue with its dead letters, and the event source mapping that reads it. A message that is received is not seen
/// for a while, and comes back when it was not deleted; received more often than the queue allows, it is a dead letter.
/// A batch may come again although its answer was right. A group of a FIFO queue is locked while one of its messages is in
/// flight, and its messages come in their order.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagegroupid-property.html</remarks>
internal sealed class QueueModel(Random random, bool isFifo)
{
    public const int MaxReceiveCount = 5;
    private const int TransientReceives = 2;
    private const int BatchSize = 10;
    private const int VisibilityTimeout = 3;

    private readonly List<Message> messages = [];
    private readonly Ledger ledger = new() { IsOrdered = isFifo };
    private int now;

    public Ledger Ledger => ledger;

    public async Task RunAsync(int invocations)
    {
        var handler = new Handler(ledger);
        while (ledger.Invocations < invocations || messages.Count > 0)
        {
            now++;
            if (ledger.Invocations < invocations)
            {
                Send(random.Next(12));
            }

            var batch = Receive();
            if (batch.Count > 0)
            {
                await InvokeAsync(handler, batch);
            }
        }
    }

    private void Send(int count)
    {
        for (var sent = 0; sent < count; sent++)
        {
            messages.Add(new Message(ledger.Add(random, $"group{random.Next(6)}")));
        }
    }

    private List<Message> Receive()
    {
        foreach (var dead in messages.Where(message => message.Received >= MaxReceiveCount && message.VisibleAt <= now).ToArray())
        {
            messages.Remove(dead);
            ledger.Bury(dead.Item);
        }

        var wanted = random.Next(1, BatchSize + 1);
        var batch = (isFifo ? Unlocked() : messages.Where(message => message.VisibleAt <= now).OrderBy(_ => random.Next())).Take(wanted).ToList();
        foreach (var message in batch)
        {
            message.Received++;
            message.VisibleAt = now + VisibilityTimeout;
        }

        return batch;
    }

    /// <summary>As much as there is of one group, then of the next one.</summary>
    private IEnumerable<Message> Unlocked() => messages
        .GroupBy(message => message.Item.Lane, StringComparer.Ordinal)
        .Where(group => group.All(message => message.VisibleAt <= now))
        .OrderBy(_ => random.Next())
        .SelectMany(group => group.Take(random.Next(1, BatchSize + 1)));

    private async Task InvokeAsync(Handler handler, List<Message> batch)
    {
        foreach (var unreadable in batch.Where(message => message.Item.Fate == Fate.Unreadable && message.Received >= MaxReceiveCount))
        {
            ledger.GiveUp(unreadable.Item);
        }

        var failures = await Answer.AskAsync(handler, ledger, EventDocument.Batch(batch.Select(ToDocument)), batch.Select(message => message.Item.Id));
        // Not near the end of a message's life, where being delivered once more makes a dead letter of what was processed.
        var isLost = batch.TrueForAll(message => message.Received < MaxReceiveCount - 2) && random.Next(10) == 0;
        if (failures is not null && !isLost)
        {
            messages.RemoveAll(message => batch.Contains(message) && !failures.Contains(message.Item.Id));
        }
    }

    private JsonObject ToDocument(Message message)
    {
        // Messages of standard queues can have groups as well.
        var document = EventDocument.Message(
            message.Item.Id, message.Item.Id, message.Received, message.Item.Lane, isFifo ? EventDocument.FifoQueue : EventDocument.StandardQueue);
        if (message.Item.Fate == Fate.Unreadable)
        {
            document["body"] = 1;
        }

        return document;
    }

    private sealed class Message(Item item)
    {
        public Item Item { get; } = item;

        public int Received { get; set; }

        public int VisibleAt { get; set; }
    }

    private sealed class Handler : QueueHandler
    {
        private readonly Ledger ledger;

        public Handler(Ledger ledger)
        {
            this.ledger = ledger;
            Log = new BatchLog(Stream.Null);
        }

        protected override int? MaxReceiveCount => QueueModel.MaxReceiveCount;

        protected override Task ProcessAsync(SqsMessage record, CancellationToken cancellationToken) =>
            ledger.ProcessAsync(record.Body, TransientReceives, record.ApproximateReceiveCount, record.ApproximateReceiveCount >= QueueModel.MaxReceiveCount);
    }
}
