using System.Text.Json.Serialization.Metadata;

namespace ServerlessPatterns.Events;

/// <summary>
/// A handler of the changes of a DynamoDB table: one after the other, up to the first that fails, whose sequence number is
/// the answer.
/// </summary>
public abstract class TableStreamHandler : StreamHandler<TableStreamRecord>
{
    /// <summary>Makes a handler.</summary>
    protected TableStreamHandler()
        : base("dynamodb.SequenceNumber")
    {
    }

    private protected sealed override JsonTypeInfo<TableStreamRecord> RecordType => EventsJson.Default.TableStreamRecord;
}
