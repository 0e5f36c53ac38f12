namespace NightlyReport;

/// <summary>An order of the table, as far as the report needs it.</summary>
internal sealed record StoredOrder(string CustomerId, DateTimeOffset PlacedAt, decimal Total);
