namespace ServerlessPatterns.Events;

/// <summary>
/// The answer to a batch, for event source mappings with <c>ReportBatchItemFailures</c>. With no failure in it the
/// batch is a success; with an empty identifier in it all of the batch fails.
/// </summary>
/// <param name="BatchItemFailures">What is to be delivered again.</param>
public sealed record BatchResponse(IReadOnlyList<BatchItemFailure> BatchItemFailures);
