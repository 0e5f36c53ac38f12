using ServerlessPatterns.Tests.Monitoring;

namespace ServerlessPatterns.Tests.Streams;

/// <summary>The alarms that both stream processors have alike.</summary>
public abstract class StreamAlarmsCases : PatternAlarmsCases
{
    private protected abstract Synthesized Defaults { get; }

    /// <summary>The alarms of the records, whichever stream they come from.</summary>
    public static TheoryData<string, string> OfTheRecords(string function, string mapping) => new()
    {
        { "IteratorAge", $"AWS/Lambda IteratorAge FunctionName={function} Maximum/60 > 3600000 x1" },
        { "FailedRecords", $"AWS/Lambda OnFailureDestinationDeliveredEventCount EventSourceMappingUUID={mapping} Sum/60 > 0 x1" },
        { "DroppedRecords", $"AWS/Lambda DroppedEventCount EventSourceMappingUUID={mapping} Sum/60 > 0 x1" },
    };

    [Fact]
    public void Mapping_ByDefault_PublishesTheMetricsOfItsAlarms() =>
        Defaults.Properties("AWS::Lambda::EventSourceMapping")["MetricsConfig"].ShouldBeJson("""{"Metrics":["EventCount"]}""");
}
