namespace NightlyReport;

/// <summary>What a run wrote.</summary>
internal sealed record ReportSummary(string Key, int Orders, int Customers, int Skipped);
