using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ServerlessPatterns.Events;

/// <summary>What the handlers of queues and streams have in common.</summary>
/// <typeparam name="TRecord">The record of the source.</typeparam>
/// <remarks>
/// Derive from <see cref="QueueHandler"/>, <see cref="KinesisHandler"/> or <see cref="TableStreamHandler"/>. Every record
/// may be delivered more than once: processing it again must change nothing.
/// </remarks>
public abstract class BatchHandler<TRecord>
    where TRecord : notnull
{
    private readonly string idPath;

    private protected BatchHandler(string idPath) => this.idPath = idPath;

    /// <summary>
    /// How long a batch may take. After that the token is cancelled, no record is begun, and those that are not done are
    /// delivered again, while the ones that are done are kept: a function that runs into its own timeout loses both.
    /// </summary>
    /// <value>
    /// The default value is the environment's <see cref="HandlerEnvironment.FunctionTimeoutSeconds"/> without a tenth, at
    /// least 0.5 and at most 10 seconds, for the answer; without that variable there is no limit.
    /// </value>
    protected virtual TimeSpan? TimeLimit { get; } = TimeLimits.FromEnvironment();

    internal BatchLog Log { get; init; } = new(Console.OpenStandardOutput());

    private protected abstract JsonTypeInfo<TRecord> RecordType { get; }

    private protected virtual int Lanes => 1;

    /// <summary>What Lambda calls: <c>Assembly::Namespace.Type::FunctionHandler</c>.</summary>
    /// <param name="input">The event.</param>
    /// <returns>What is to be delivered again.</returns>
    /// <exception cref="BatchFailedException">No record was processed.</exception>
    /// <exception cref="JsonException">The event is not one of the handler's source.</exception>
    public async Task<Stream> FunctionHandler(Stream input)
    {
        using var deadline = TimeLimits.Start(TimeLimit);
        using var batch = await JsonDocument.ParseAsync(input, cancellationToken: CancellationToken.None).ConfigureAwait(false);
        var records = BatchReader.Read(batch.RootElement, idPath);
        var run = new BatchRun<TRecord>(RecordType, ProcessAsync, IsGivenUp, Log, deadline.Token);
        var failures = await run.RunAsync(Arrange(records), Lanes).ConfigureAwait(false);
        if (records.Count > 0 && failures.Count == records.Count)
        {
            throw new BatchFailedException(records.Count, run.FirstFailure);
        }

        var output = new MemoryStream();
        JsonSerializer.Serialize(output, new BatchResponse([.. Report(failures).Select(record => new BatchItemFailure(record.Id))]), EventsJson.Default.BatchResponse);
        output.Position = 0;
        return output;
    }

    /// <summary>Processes one record; to throw is to have it delivered again.</summary>
    /// <param name="record">The record.</param>
    /// <param name="cancellationToken">Cancelled when the batch has taken as long as it may: pass it on.</param>
    /// <returns>A task that ends when the record is done.</returns>
    protected abstract Task ProcessAsync(TRecord record, CancellationToken cancellationToken);

    /// <summary>Which records wait for each other.</summary>
    private protected abstract IEnumerable<Lane> Arrange(IReadOnlyList<RawRecord> records);

    /// <summary>Whether a failed record never comes back, so that those behind it need not wait.</summary>
    private protected virtual bool IsGivenUp(RawRecord record) => false;

    /// <summary>What the answer names of the records that were not processed.</summary>
    private protected virtual IEnumerable<RawRecord> Report(IReadOnlyList<RawRecord> failures) => failures;
}
