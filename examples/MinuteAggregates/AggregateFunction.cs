using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using ServerlessPatterns.Events;

namespace MinuteAggregates;

/// <summary>Keeps the count, sum, least and greatest value of each sensor and minute of a stream of readings.</summary>
public sealed class AggregateFunction : KinesisHandler
{
    private readonly AggregateTable table;

    /// <summary>Reads the environment and makes the client, once for all batches.</summary>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "It lives as long as the process.")]
    public AggregateFunction()
        : this(
            new AmazonDynamoDBClient(new AmazonDynamoDBConfig { RetryMode = RequestRetryMode.Standard, Timeout = TimeSpan.FromSeconds(5) }),
            Environment.GetEnvironmentVariable("TABLE_NAME") ?? throw new InvalidOperationException("The environment variable TABLE_NAME is not set."))
    {
    }

    internal AggregateFunction(IAmazonDynamoDB client, string tableName) => table = new AggregateTable(client, tableName);

    /// <inheritdoc/>
    protected override Task ProcessAsync(KinesisRecord record, CancellationToken cancellationToken)
    {
        var reading = record.Kinesis.ReadData(ReadingJson.Default.Reading);
        reading.Check();
        return table.AddAsync(reading, record.EventId ?? record.Kinesis.SequenceNumber, cancellationToken);
    }
}
