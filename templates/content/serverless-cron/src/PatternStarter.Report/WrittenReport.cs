namespace PatternStarter.Report;

/// <summary>What a run wrote.</summary>
internal sealed record WrittenReport(string Key, int Files, long Bytes);
