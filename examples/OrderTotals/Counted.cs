using System.Globalization;
using ServerlessPatterns.Events;

namespace OrderTotals;

/// <summary>What an order adds to its customer's totals.</summary>
internal sealed record Counted(string CustomerId, decimal Total)
{
    /// <summary>Null for an image that is no order.</summary>
    public static Counted? Find(IReadOnlyDictionary<string, TableStreamValue> image) =>
        image.GetValueOrDefault("customerId")?.S is { Length: > 0 } customerId
        && decimal.TryParse(image.GetValueOrDefault("total")?.N, NumberStyles.Float, CultureInfo.InvariantCulture, out var total)
            ? new Counted(customerId, total)
            : null;
}
