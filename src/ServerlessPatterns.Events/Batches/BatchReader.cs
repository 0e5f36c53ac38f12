using System.Text.Json;

namespace ServerlessPatterns.Events;

/// <summary>Takes an event apart into its records.</summary>
internal static class BatchReader
{
    /// <summary>
    /// An event without records is no success, and a record without an id cannot be reported: an empty id in the answer
    /// would fail all of the batch, and none would lose the record.
    /// </summary>
    /// <exception cref="JsonException">There are no records, one has no id, or they belong to a time window.</exception>
    public static IReadOnlyList<RawRecord> Read(JsonElement root, string idPath)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("Records", out var records) || records.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("The event has no Records: it is not that of an event source mapping.");
        }

        if (root.TryGetProperty("window", out _))
        {
            throw new JsonException(
                "The event is one of a tumbling window, whose state the answer must carry on: read it with EventsJson and answer with a TimeWindowResponse.");
        }

        var path = idPath.Split('.');
        return
        [
            .. records.EnumerateArray().Select((record, index) => record.FindText(path) is { Length: > 0 } id
                ? new RawRecord(id, record)
                : throw new JsonException($"Record {index} has no {idPath}: the event is not that of the handler's source.")),
        ];
    }
}
