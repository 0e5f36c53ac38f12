using System.Security.Cryptography;
using System.Text.Json;

namespace OrderQueue;

/// <summary>An order, as the queue's messages carry it.</summary>
public sealed record Order(string OrderId, string CustomerId, DateTimeOffset PlacedAt, IReadOnlyList<OrderLine> Lines)
{
    /// <summary>What the customer pays.</summary>
    internal decimal Total => Lines.Sum(line => line.Quantity * line.UnitPrice);

    /// <summary>Tells two orders with one id apart.</summary>
    internal string Fingerprint =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, OrderJson.Default.Order)));

    /// <summary>What is not an order now will not be one at its next delivery either: it ends as a dead letter.</summary>
    internal void Check()
    {
        if (string.IsNullOrWhiteSpace(OrderId) || string.IsNullOrWhiteSpace(CustomerId) || PlacedAt == default)
        {
            throw new InvalidOperationException("The order has no id, no customer or no time.");
        }

        if (Lines is not { Count: > 0 } || Lines.Any(line => string.IsNullOrWhiteSpace(line.Sku) || line.Quantity < 1 || line.UnitPrice < 0))
        {
            throw new InvalidOperationException("The order has no lines, or one without article, quantity or price.");
        }
    }
}
