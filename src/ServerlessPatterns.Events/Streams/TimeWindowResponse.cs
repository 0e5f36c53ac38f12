using System.Text.Json;

namespace ServerlessPatterns.Events;

/// <summary>The answer to a batch of a tumbling window.</summary>
/// <param name="State">What the window's next call gets, at most 1 MB.</param>
/// <param name="BatchItemFailures">The lowest sequence number that failed, if any.</param>
public sealed record TimeWindowResponse(JsonElement State, IReadOnlyList<BatchItemFailure> BatchItemFailures);
