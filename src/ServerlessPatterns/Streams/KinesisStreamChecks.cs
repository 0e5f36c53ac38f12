using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace ServerlessPatterns;

/// <summary>The checks of <see cref="KinesisStreamProcessorProps"/>.</summary>
internal static class KinesisStreamChecks
{
    public const double MostSeconds = 7 * 86400;

    // https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis-filtering.html
    private static readonly string[] Fields =
    [
        "data", "partitionKey", "sequenceNumber", "approximateArrivalTimestamp", "kinesisSchemaVersion",
        "awsRegion", "eventID", "eventName", "eventSource", "eventSourceARN", "eventVersion", "invokeIdentityArn",
    ];

    public static void ThrowIfInvalid(Construct scope, string id, KinesisStreamProcessorProps props)
    {
        var checks = new Checks();
        CheckStream(checks, props);
        CheckStart(checks, props);
        StreamChecks.Check(checks, props, MostSeconds, Fields);
        checks.ThrowIfAny(nameof(KinesisStreamProcessor), scope, id);
    }

    // https://docs.aws.amazon.com/kinesis/latest/APIReference/API_IncreaseStreamRetentionPeriod.html
    public static void CheckRetention(Checks checks, string property, Duration? retention) =>
        checks.Hours(ErrorCodes.StreamRetention, property, retention, 24, 8760, "Kinesis keeps records for a day at least and a year at most.");

    private static void CheckStream(Checks checks, KinesisStreamProcessorProps props)
    {
        checks.WholeNumber(ErrorCodes.StreamShardCount, nameof(props.ShardCount), props.ShardCount, 1, int.MaxValue, "shards", "Leave it out for a stream on demand.");
        CheckRetention(checks, nameof(props.RetentionPeriod), props.RetentionPeriod);
        if (props.Stream is not null)
        {
            StreamChecks.NotBoth(checks, props.ShardCount is not null, nameof(props.Stream), nameof(props.ShardCount));
            StreamChecks.NotBoth(checks, props.RetentionPeriod is not null, nameof(props.Stream), nameof(props.RetentionPeriod));
            StreamChecks.NotBoth(checks, props.ConfigureStream is not null, nameof(props.Stream), nameof(props.ConfigureStream));
        }
    }

    private static void CheckStart(Checks checks, KinesisStreamProcessorProps props)
    {
        StreamChecks.CheckPosition(checks, props, [StartingPosition.TRIM_HORIZON, StartingPosition.LATEST, StartingPosition.AT_TIMESTAMP]);
        var (property, isAtTime) = (nameof(props.StartingPositionTimestamp), props.StartingPosition == StartingPosition.AT_TIMESTAMP);
        if (props.StartingPositionTimestamp is not { } time)
        {
            checks.Require(!isAtTime, ErrorCodes.StreamStartingTime, property, null, "the time that AT_TIMESTAMP speaks of", $"Set {property}.");
            return;
        }

        checks.Require(isAtTime, ErrorCodes.StreamStartingTime, property, time, "nothing with another starting position", "Set StartingPosition to AT_TIMESTAMP, or leave the time out.");
        checks.Require(time <= DateTimeOffset.UtcNow, ErrorCodes.StreamStartingTime, property, time, "a time in the past: Lambda refuses others", "Use LATEST for what is yet to come.");
    }
}
