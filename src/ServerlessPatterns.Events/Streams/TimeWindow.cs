namespace ServerlessPatterns.Events;

/// <summary>A tumbling window.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends, and the next one starts.</param>
public sealed record TimeWindow(DateTimeOffset Start, DateTimeOffset End);
