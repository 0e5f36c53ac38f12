namespace ServerlessPatterns.Events;

/// <summary>
/// Nothing of a batch was processed, so that the invocation itself fails. All of the batch is delivered again, as it
/// would be if each record was reported; beyond that the function's <c>Errors</c> metric sees the failure, a queue's
/// pollers slow down, and a stream's batch is split in halves until the failing record is alone.
/// </summary>
public sealed class BatchFailedException : Exception
{
    internal BatchFailedException(int records, Exception? first)
        : base($"None of the {records} records of the batch was processed.", first)
    {
    }
}
