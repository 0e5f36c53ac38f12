using System.Text.Json;

namespace ServerlessPatterns.Events;

/// <summary>A record before it is read: one that cannot be read fails alone.</summary>
/// <param name="Id">What the answer calls it.</param>
/// <param name="Json">The record.</param>
internal sealed record RawRecord(string Id, JsonElement Json);
