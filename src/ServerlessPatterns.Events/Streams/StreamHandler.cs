namespace ServerlessPatterns.Events;

/// <summary>
/// What the handlers of streams have in common: records are processed one after the other, up to the first that fails.
/// Its sequence number is the answer, and Lambda delivers all from it on again.
/// </summary>
/// <typeparam name="TRecord">The record of the stream.</typeparam>
/// <remarks>
/// When the first record of a batch fails, the invocation does: to report the first record would not make the batch any
/// smaller, and after the last try all of it would go to the failure destination. A failed invocation has the batch
/// split, as <c>BisectBatchOnFunctionError</c> says, until the failing record is alone.
/// https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-batchfailurereporting.html
/// </remarks>
public abstract class StreamHandler<TRecord> : BatchHandler<TRecord>
    where TRecord : notnull
{
    private protected StreamHandler(string idPath)
        : base(idPath)
    {
    }

    private protected sealed override IEnumerable<Lane> Arrange(IReadOnlyList<RawRecord> records) => [new Lane(records)];

    private protected sealed override IEnumerable<RawRecord> Report(IReadOnlyList<RawRecord> failures) => failures.Take(1);
}
