using System.Globalization;
using Amazon.CDK;
using Amazon.CDK.AWS.Kinesis;
using Constructs;
using Stream = Amazon.CDK.AWS.Kinesis.Stream;

namespace ServerlessPatterns;

/// <summary>The stream of a <see cref="KinesisStreamProcessor"/>, and the consumer of enhanced fan-out.</summary>
internal static class KinesisStream
{
    // https://aws.amazon.com/kinesis/data-streams/pricing/, us-east-1, a month of 730 hours.
    private const double OnDemandDollars = 0.04 * 730;
    private const double ShardDollars = 0.015 * 730;
    private const double RetentionDollars = 0.02 * 730;

    public static Stream Define(Construct scope, KinesisStreamProcessorProps props)
    {
        var streamProps = new StreamProps
        {
            StreamMode = props.ShardCount is null ? StreamMode.ON_DEMAND : StreamMode.PROVISIONED,
            ShardCount = props.ShardCount,
            RetentionPeriod = props.RetentionPeriod ?? StreamDefaults.RetentionPeriod,
            Encryption = props.EncryptionKey is null ? StreamEncryption.MANAGED : StreamEncryption.KMS,
            EncryptionKey = props.EncryptionKey,
            RemovalPolicy = props.RemovalPolicy,
        };
        props.ConfigureStream?.Invoke(streamProps);
        StreamHookChecks.ThrowIfBroken(scope, streamProps);
        Annotate(scope, props, streamProps);
        return new Stream(scope, "Stream", streamProps);
    }

    /// <summary>The name comes from the path, so that two processors may read one stream.</summary>
    public static (CfnResource Resource, string Name) DefineConsumer(Construct scope, IStream stream, bool isGiven)
    {
        if (isGiven)
        {
            Annotations.Of(scope).AddInfo($"Enhanced fan-out costs {Dollars(ShardDollars)} a month in us-east-1 for each shard of a provisioned stream, while nothing is written to it.");
        }

        var name = Names.UniqueResourceName(scope, new UniqueResourceNameOptions { MaxLength = 128, Separator = "-" });
        var consumer = new CfnResource(scope, "Consumer", new CfnResourceProps
        {
            Type = "AWS::Kinesis::StreamConsumer",
            Properties = new Dictionary<string, object> { ["ConsumerName"] = name, ["StreamARN"] = stream.StreamArn },
        });
        return (consumer, name);
    }

    private static void Annotate(Construct scope, KinesisStreamProcessorProps props, StreamProps stream)
    {
        // Without a period, Kinesis keeps records for a day.
        var (hours, ages) = (stream.RetentionPeriod ?? Duration.Hours(24), props.MaxRecordAge ?? StreamDefaults.MaxRecordAge);
        var isKnown = !hours.IsUnresolved() && !ages.IsUnresolved();
        if (isKnown && hours.ToMilliseconds() <= ages.ToMilliseconds())
        {
            Notices.AddWarning(
                scope,
                "ServerlessPatterns:StreamRetention",
                $"The stream drops records after {Show(hours.ToHours())} hours, no later than MaxRecordAge gives them up: what the function could not process by then is lost, and never reaches the failure bucket. Raise RetentionPeriod or lower MaxRecordAge.");
        }

        Annotations.Of(scope).AddInfo(stream.StreamMode is StreamMode.ON_DEMAND ? OnDemandCost() : ShardCost(props, hours));
    }

    private static string OnDemandCost() =>
        $"A stream on demand costs {Dollars(OnDemandDollars)} a month in us-east-1 while nothing is written to it.";

    private static string ShardCost(KinesisStreamProcessorProps props, Duration retention)
    {
        var parts = new List<(string Name, double Dollars)> { ("the shard itself", ShardDollars) };
        if (!retention.IsUnresolved() && retention.ToHours() > 24)
        {
            parts.Add(("more than 24 hours of retention", RetentionDollars));
        }

        if (props.EnhancedFanOut)
        {
            parts.Add(("enhanced fan-out", ShardDollars));
        }

        return $"Each shard of the stream costs {Dollars(parts.Sum(part => part.Dollars))} a month in us-east-1 while nothing is written to it: {string.Join(", ", parts.Select(part => $"{part.Name} {Dollars(part.Dollars)}"))}.";
    }

    private static string Dollars(double amount) => $"{amount.ToString("0.00", CultureInfo.InvariantCulture)} USD";

    private static string Show(double number) => number.ToString(CultureInfo.InvariantCulture);
}
