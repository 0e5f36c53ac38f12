namespace ServerlessPatterns.Events;

/// <summary>Records that are processed one after the other, up to the first that fails.</summary>
/// <param name="Records">The records in their order.</param>
internal sealed record Lane(IReadOnlyList<RawRecord> Records);
