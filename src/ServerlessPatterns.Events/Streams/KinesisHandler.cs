using System.Text.Json.Serialization.Metadata;

namespace ServerlessPatterns.Events;

/// <summary>
/// A handler of a Kinesis stream's records: one after the other, up to the first that fails, whose sequence number is the
/// answer.
/// </summary>
public abstract class KinesisHandler : StreamHandler<KinesisRecord>
{
    /// <summary>Makes a handler.</summary>
    protected KinesisHandler()
        : base("kinesis.sequenceNumber")
    {
    }

    private protected sealed override JsonTypeInfo<KinesisRecord> RecordType => EventsJson.Default.KinesisRecord;
}
