using System.Text.Json.Serialization.Metadata;

namespace ServerlessPatterns.Events;

/// <summary>One run through a batch.</summary>
internal sealed class BatchRun<TRecord>(
    JsonTypeInfo<TRecord> type,
    Func<TRecord, CancellationToken, Task> process,
    Func<RawRecord, bool> isGivenUp,
    BatchLog log,
    CancellationToken deadline)
    where TRecord : notnull
{
    private Exception? firstFailure;

    public Exception? FirstFailure => firstFailure;

    /// <summary>The records that were not processed, in the order of the lanes.</summary>
    public async Task<IReadOnlyList<RawRecord>> RunAsync(IEnumerable<Lane> lanes, int concurrency)
    {
        var all = lanes.ToArray();
        var failures = new List<RawRecord>[all.Length];
        // Without the deadline: a lane that is not begun has to say so.
        var options = new ParallelOptions { MaxDegreeOfParallelism = concurrency };
        await Parallel.ForAsync(0, all.Length, options, async (index, _) => failures[index] = await RunAsync(all[index]).ConfigureAwait(false)).ConfigureAwait(false);
        return [.. failures.SelectMany(lane => lane)];
    }

    private async Task<List<RawRecord>> RunAsync(Lane lane)
    {
        List<RawRecord> failures = [];
        for (var index = 0; index < lane.Records.Count; index++)
        {
            var record = lane.Records[index];
            if (deadline.IsCancellationRequested)
            {
                log.WriteLeft(lane.Records.Count - index, "The time is up.");
                return [.. failures, .. lane.Records.Skip(index)];
            }

            if (await TryAsync(record).ConfigureAwait(false))
            {
                continue;
            }

            failures.Add(record);
            if (!isGivenUp(record))
            {
                var left = lane.Records.Skip(index + 1).ToArray();
                if (left.Length > 0)
                {
                    log.WriteLeft(left.Length, "A record before them failed.");
                }

                return [.. failures, .. left];
            }
        }

        return failures;
    }

    private async Task<bool> TryAsync(RawRecord record)
    {
        try
        {
            await process(record.Json.Read(type), deadline).ConfigureAwait(false);
            return true;
        }
#pragma warning disable CA1031 // Whatever it is, it is the failure of this record alone.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Interlocked.CompareExchange(ref firstFailure, exception, null);
            log.WriteFailure(record, exception);
            return false;
        }
    }
}
