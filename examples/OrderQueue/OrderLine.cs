namespace OrderQueue;

/// <summary>How many of an article, and at what price each.</summary>
public sealed record OrderLine(string Sku, int Quantity, decimal UnitPrice);
