using System.Buffers;
using System.Globalization;
using System.Text;

namespace NightlyReport;

/// <summary>The orders of a day, by customer; the same text for the same orders, in whatever order they are read.</summary>
internal sealed class DailyReport
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    private readonly SortedDictionary<string, (int Orders, decimal Total)> customers = new(StringComparer.Ordinal);

    private DailyReport()
    {
    }

    public IReadOnlyDictionary<string, (int Orders, decimal Total)> Customers => customers;

    public int Orders { get; private set; }

    /// <summary>Items of the table that are no orders.</summary>
    public int Skipped { get; private set; }

    public static async Task<DailyReport> MakeAsync(DateOnly day, IAsyncEnumerable<StoredOrder?> orders)
    {
        var report = new DailyReport();
        await foreach (var order in orders)
        {
            report.Add(day, order);
        }

        return report;
    }

    /// <summary>As RFC 4180 says.</summary>
    public string ToCsv()
    {
        var csv = new StringBuilder("customerId,orders,total\r\n");
        foreach (var (customerId, (count, total)) in customers)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{Quote(customerId)},{count},{total:0.00####}\r\n");
        }

        return csv.ToString();
    }

    private static string Quote(string text) =>
        text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private void Add(DateOnly day, StoredOrder? order)
    {
        if (order is null)
        {
            Skipped++;
        }
        else if (DateOnly.FromDateTime(order.PlacedAt.UtcDateTime) == day)
        {
            var (count, total) = customers.GetValueOrDefault(order.CustomerId);
            customers[order.CustomerId] = (count + 1, total + order.Total);
            Orders++;
        }
    }
}
