using System.Text.Json;

namespace ServerlessPatterns.Events;

/// <summary>What an event carries beside its records when the event source mapping has a tumbling window.</summary>
/// <remarks>https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-windows.html</remarks>
public interface ITimeWindowEvent
{
    /// <summary>The window; none when the mapping has none.</summary>
    TimeWindow? Window { get; }

    /// <summary>The state that the last answer of this window had; an empty object in the first call.</summary>
    JsonElement? State { get; }

    /// <summary>The shard that the window is of.</summary>
    string? ShardId { get; }

    /// <summary>The ARN of the stream.</summary>
    string? EventSourceArn { get; }

    /// <summary>Whether this is the window's last call: the state is complete, and there may be no records.</summary>
    bool IsFinalInvokeForWindow { get; }

    /// <summary>Whether the window ended before its time, because its state is above 1 MB.</summary>
    bool IsWindowTerminatedEarly { get; }
}
