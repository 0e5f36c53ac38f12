using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ServerlessPatterns.Events.Tests;

/// <summary>A handler whose messages fail when their body says so.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "Memory only.")]
internal sealed class TestQueueHandler : QueueHandler
{
    private readonly MemoryStream log = new();
    private int running;

    public TestQueueHandler() => base.Log = new BatchLog(log);

    public ConcurrentQueue<string> Begun { get; } = new();

    public int MostAtOnce { get; private set; }

    public int Concurrency { get; init; } = 10;

    public int? Receives { get; init; }

    public TimeSpan? Limit { get; init; }

    public new string Log => Encoding.UTF8.GetString(log.ToArray());

    protected override int MaxConcurrency => Concurrency;

    protected override int? MaxReceiveCount => Receives;

    protected override TimeSpan? TimeLimit => Limit;

    protected override async Task ProcessAsync(SqsMessage record, CancellationToken cancellationToken)
    {
        Begun.Enqueue(record.MessageId);
        var now = Interlocked.Increment(ref running);
        lock (Begun)
        {
            MostAtOnce = Math.Max(MostAtOnce, now);
        }

        await Task.Delay(record.Body == "hang" ? Timeout.Infinite : 5, cancellationToken);
        Interlocked.Decrement(ref running);
        if (record.Body == "fail")
        {
            throw new InvalidOperationException("The order is unknown.", new TimeoutException("No answer."));
        }
    }
}
