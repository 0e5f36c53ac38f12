namespace ServerlessPatterns.Events;

/// <summary>A record that Lambda is to deliver again.</summary>
/// <param name="ItemIdentifier">The id of a queue's message, or the sequence number of a stream's record.</param>
public sealed record BatchItemFailure(string ItemIdentifier);
