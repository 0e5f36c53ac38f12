using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ServerlessPatterns.Events;

/// <summary>
/// A handler of a queue's messages, which reports the messages that are to be delivered again.
/// </summary>
/// <remarks>
/// <para>Messages of a standard queue are processed at the same time, <see cref="MaxConcurrency"/> of them; the answer
/// names those that failed.</para>
/// <para>Of a FIFO queue, the groups of the batch are processed at the same time, and the messages of a group one after
/// the other. The answer names a failed message and all after it in its group, which are not begun. They are received
/// again together, so that their receive counts grow with that of the failed one, and they would become dead letters with
/// it: when <see cref="MaxReceiveCount"/> is known, the group goes on behind a message that has failed for the last
/// time.</para>
/// <para>Which of the two a queue is, the event says. https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html</para>
/// </remarks>
public abstract class QueueHandler : BatchHandler<SqsMessage>
{
    private const string Fifo = ".fifo";

    /// <summary>Makes a handler.</summary>
    protected QueueHandler()
        : base("messageId")
    {
    }

    /// <summary>How many messages, or groups of a FIFO queue, are processed at the same time, at least 1.</summary>
    /// <value>The default value is 10.</value>
    protected virtual int MaxConcurrency => 10;

    /// <summary>How often the queue delivers a message before it becomes a dead letter; not known when null.</summary>
    /// <value>The default value is the environment's <see cref="HandlerEnvironment.MaxReceiveCount"/>.</value>
    protected virtual int? MaxReceiveCount { get; } =
        Environment.GetEnvironmentVariable(HandlerEnvironment.MaxReceiveCount) is { Length: > 0 } text
            ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)
            : null;

    private protected sealed override JsonTypeInfo<SqsMessage> RecordType => EventsJson.Default.SqsMessage;

    private protected sealed override int Lanes => MaxConcurrency;

    private protected sealed override IEnumerable<Lane> Arrange(IReadOnlyList<RawRecord> records) => records
        .GroupBy(record => IsFifo(record) ? (Group(record), true) : (record.Id, false))
        .Select(group => new Lane([.. group]));

    private protected sealed override bool IsGivenUp(RawRecord record) =>
        MaxReceiveCount is { } most
        && int.TryParse(record.Json.FindText("attributes", "ApproximateReceiveCount"), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && count >= most;

    /// <summary>Not by its group, which messages of a standard queue can have as well.</summary>
    private static bool IsFifo(RawRecord record) =>
        record.Json.FindText("eventSourceARN")?.EndsWith(Fifo, StringComparison.Ordinal) == true
        || record.Json.FindText("attributes", "SequenceNumber") is not null;

    private static string Group(RawRecord record) => record.Json.FindText("attributes", "MessageGroupId")
        ?? throw new JsonException($"The message {record.Id} of a FIFO queue has no MessageGroupId.");
}
