using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.Kinesis;
using Amazon.CDK.AWS.Lambda;

namespace ServerlessPatterns;

/// <summary>The metrics of the stream processors, each with the dimensions that it has.</summary>
internal static class StreamMetrics
{
    public static Metric IteratorAge(PatternFunction function, MetricOptions? options = null) => With(
        function.Invoked.Metric("IteratorAge", new MetricOptions { Period = Duration.Minutes(1), Statistic = Stats.MAXIMUM }),
        options);

    // https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html#event-source-mapping-metrics
    public static Metric FailedRecords(EventSourceMapping mapping, MetricOptions? options = null) =>
        With(OfMapping(mapping, "OnFailureDestinationDeliveredEventCount"), options);

    public static Metric DroppedRecords(EventSourceMapping mapping, MetricOptions? options = null) =>
        With(OfMapping(mapping, "DroppedEventCount"), options);

    // AWS/Kinesis publishes nothing without the name of a stream:
    // https://docs.aws.amazon.com/streams/latest/dev/monitoring-with-cloudwatch.html
    public static Metric OfStream(IStream stream, string? consumerName, string name, string statistic)
    {
        var dimensions = new Dictionary<string, string>(StringComparer.Ordinal) { ["StreamName"] = stream.StreamName };
        if (consumerName is not null)
        {
            dimensions["ConsumerName"] = consumerName;
        }

        return Create("AWS/Kinesis", name, dimensions, statistic);
    }

    private static Metric OfMapping(EventSourceMapping mapping, string name) => Create(
        "AWS/Lambda",
        name,
        new Dictionary<string, string>(StringComparer.Ordinal) { ["EventSourceMappingUUID"] = mapping.EventSourceMappingId },
        Stats.SUM);

    private static Metric Create(string @namespace, string name, Dictionary<string, string> dimensions, string statistic) => new(new MetricProps
    {
        Namespace = @namespace,
        MetricName = name,
        DimensionsMap = dimensions,
        Period = Duration.Minutes(1),
        Statistic = statistic,
    });

    private static Metric With(Metric metric, MetricOptions? options) => options is null ? metric : metric.With(options);
}
