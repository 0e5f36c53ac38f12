using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.Kinesis;
using Amazon.CDK.AWS.Lambda;

namespace ServerlessPatterns;

/// <summary>The alarms of the stream processors.</summary>
internal static class StreamAlarms
{
    private const double HourInMilliseconds = 3_600_000;

    public static void Add(PatternFunction function, EventSourceMapping mapping, PatternAlarms alarms)
    {
        alarms.Add(
            "IteratorAge",
            StreamMetrics.IteratorAge(function),
            HourInMilliseconds,
            "Records wait in the stream for more than an hour before the function gets them.",
            "look for failing batches in the function's log group and for throttles; raise ParallelizationFactor, MemorySize or BatchSize if it is just slow. Records are given up when they reach MaxRecordAge.");

        alarms.Add(
            "FailedRecords",
            StreamMetrics.FailedRecords(mapping),
            0,
            "Records that the function could not process are in the failure bucket.",
            "mend the cause that the function's log group names, then replay them as the pattern's page says, before they expire.");

        alarms.Add(
            "DroppedRecords",
            StreamMetrics.DroppedRecords(mapping),
            0,
            "Lambda gave up records and could not put them into the failure bucket, so they are lost unless the stream still has them.",
            "check that the function's role may still write to the bucket and use its key; read the records from the stream while it has them.");
    }

    public static void AddStream(IStream stream, string? consumerName, PatternAlarms alarms)
    {
        alarms.Add(
            "StreamIteratorAge",
            StreamMetrics.OfStream(stream, consumerName, consumerName is null ? "GetRecords.IteratorAgeMilliseconds" : "SubscribeToShardEvent.MillisBehindLatest", Stats.MAXIMUM),
            HourInMilliseconds,
            "The stream is read more than an hour behind what is written to it.",
            "compare it with the function's IteratorAge: where only this one is high, another reader is behind.");

        alarms.Add(
            "StreamReadThrottles",
            StreamMetrics.OfStream(stream, consumerName, consumerName is null ? "ReadProvisionedThroughputExceeded" : "SubscribeToShard.RateExceeded", Stats.SUM),
            0,
            "Reads of the stream were throttled for five minutes in a row.",
            "use EnhancedFanOut when others read the stream as well; else give it more shards.",
            periods: 5);

        alarms.Add(
            "StreamWriteThrottles",
            StreamMetrics.OfStream(stream, consumerName: null, "WriteProvisionedThroughputExceeded", Stats.SUM),
            0,
            "Writes to the stream were throttled for five minutes in a row; writers that do not try again lose their records.",
            "look for a hot partition key; give a provisioned stream more shards. One on demand doubles its peak within minutes by itself.",
            periods: 5);
    }
}
