using System.Collections.Concurrent;
using System.Globalization;

namespace ServerlessPatterns.Events.Tests.Models;

/// <summary>All that happens to the records of a model, and what must not happen.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentDictionary<string, Item> items = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, List<Item>> lanes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> tries = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> busy = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> settledUpTo = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> done = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> givenUp = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> violations = new();

    /// <summary>Whether the records of a lane have an order.</summary>
    public bool IsOrdered { get; init; }

    public HashSet<string> Dead { get; } = new(StringComparer.Ordinal);

    /// <summary>How often the handler was called.</summary>
    public int Invocations { get; set; }

    public IEnumerable<Item> Items => items.Values;

    public Item Add(Random random, string lane)
    {
        var laneItems = lanes.GetOrAdd(lane, _ => []);
        var fate = random.Next(40) switch
        {
            0 => Fate.Poison,
            1 => Fate.Unreadable,
            < 10 => Fate.Transient,
            _ => Fate.Good,
        };
        var item = new Item(string.Create(CultureInfo.InvariantCulture, $"{lane}-{laneItems.Count:00000}"), lane, laneItems.Count, fate);
        items[item.Id] = item;
        laneItems.Add(item);
        return item;
    }

    /// <summary>What the handler does with a record.</summary>
    /// <param name="id">The record.</param>
    /// <param name="failures">How many times a transient fault lasts.</param>
    /// <param name="delivery">Which delivery this is; counted here when null.</param>
    /// <param name="isLast">Whether the record never comes again when it fails now.</param>
    public async Task ProcessAsync(string id, int failures, int? delivery = null, bool isLast = false)
    {
        var item = items[id];
        var time = delivery ?? tries.AddOrUpdate(id, 1, static (_, before) => before + 1);
        if (IsOrdered)
        {
            CheckOrder(item);
            if (!busy.TryAdd(item.Lane, id))
            {
                violations.Enqueue($"{id} is processed at the same time as another of {item.Lane}.");
            }
        }

        await Task.Yield();
        busy.TryRemove(new KeyValuePair<string, string>(item.Lane, id));
        if (item.IsBad || (item.Fate == Fate.Transient && time <= failures))
        {
            if (isLast)
            {
                givenUp[id] = true;
            }

            throw new InvalidOperationException($"{item.Fate} {id}");
        }

        done[id] = true;
    }

    /// <summary>A record that cannot be read is not seen by the handler's own code.</summary>
    public void GiveUp(Item item) => givenUp[item.Id] = true;

    public void Bury(Item item)
    {
        if (!Dead.Add(item.Id))
        {
            violations.Enqueue($"{item.Id} died twice.");
        }
    }

    /// <summary>What is wrong in the end.</summary>
    public string[] Findings() =>
    [
        .. violations,
        .. items.Values.Where(item => !item.IsBad && !done.ContainsKey(item.Id)).Select(item => $"{item.Id} ({item.Fate}) was never processed."),
        .. items.Values.Where(item => !item.IsBad && Dead.Contains(item.Id)).Select(item => $"{item.Id} ({item.Fate}) is among the dead."),
        .. items.Values.Where(item => item.IsBad && !Dead.Contains(item.Id)).Select(item => $"{item.Id} ({item.Fate}) is not among the dead."),
    ];

    private void CheckOrder(Item item)
    {
        var lane = lanes[item.Lane];
        lock (lane)
        {
            var settled = settledUpTo.GetValueOrDefault(item.Lane);
            while (settled < item.Position && IsSettled(lane[settled]))
            {
                settled++;
            }

            settledUpTo[item.Lane] = settled;
            if (settled < item.Position)
            {
                violations.Enqueue($"{item.Id} was processed before {lane[settled].Id} ({lane[settled].Fate}).");
            }
        }
    }

    /// <summary>What is settled stays so.</summary>
    private bool IsSettled(Item item) => done.ContainsKey(item.Id) || givenUp.ContainsKey(item.Id) || Dead.Contains(item.Id);
}
