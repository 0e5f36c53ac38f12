using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace ServerlessPatterns;

/// <summary>The mapping between a stream and the function of a stream processor.</summary>
internal static class StreamEventSource
{
    public static EventSourceMapping Define(
        Construct scope,
        string pattern,
        StreamProcessorProps props,
        PatternFunction function,
        IBucket failures,
        (string Arn, double MostSeconds, DateTimeOffset? From) source)
    {
        var age = props.MaxRecordAge ?? StreamDefaults.MaxRecordAge;
        var mappingProps = new EventSourceMappingProps
        {
            EventSourceArn = source.Arn,
            StartingPosition = props.StartingPosition,
            StartingPositionTimestamp = source.From?.ToUnixTimeSeconds(),
            BatchSize = props.BatchSize,
            MaxBatchingWindow = props.MaxBatchingWindow,
            ParallelizationFactor = props.ParallelizationFactor,
            TumblingWindow = props.TumblingWindow,
            RetryAttempts = props.RetryAttempts,

            // The CDK compares ages with numbers even where they are known only at deployment.
            MaxRecordAge = age.IsUnresolved() ? null : age,
            BisectBatchOnError = props.BisectBatchOnError,
            ReportBatchItemFailures = props.ReportBatchItemFailures,
        };
        var mapping = EventSourceMappings.Define(scope, function, new EventSourceRequest
        {
            Pattern = pattern,
            Props = mappingProps,
            Filters = props.Filters,
            FailureDestinationArn = failures.BucketArn,
            Configure = props.ConfigureEventSource,
            CheckAgain = (checks, changed) => StreamHookChecks.Check(checks, changed, source.MostSeconds),
        });

        var resource = (CfnEventSourceMapping)mapping.Node.DefaultChild!;
        if (age.IsUnresolved() && mappingProps.MaxRecordAge is null)
        {
            resource.AddPropertyOverride("MaximumRecordAgeInSeconds", age.ToSeconds());
        }

        // The only metrics that tell of batches in the failure bucket, and of lost ones; EventSourceMappingProps does
        // not know them yet. https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
        resource.AddPropertyOverride("MetricsConfig.Metrics", new[] { "EventCount" });
        return mapping;
    }
}
