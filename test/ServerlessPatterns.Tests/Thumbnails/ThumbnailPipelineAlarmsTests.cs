using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using ServerlessPatterns.Tests.Monitoring;

namespace ServerlessPatterns.Tests.Thumbnails;

public sealed class ThumbnailPipelineAlarmsTests : PatternAlarmsCases
{
    private static readonly Synthesized Defaults = Synthesized.Stack(stack => new ThumbnailPipeline(stack, "Thumbs"));

    private protected override int AlarmCount => 9;

    [Theory]
    [MemberData(nameof(AlarmTexts.OfAFunction), "ThumbsFunction", 48000, MemberType = typeof(AlarmTexts))]
    [MemberData(nameof(AlarmTexts.OfAnAsynchronousFunction), "ThumbsFunction", "ThumbsFunctionDeadLetterQueue", MemberType = typeof(AlarmTexts))]
    [MemberData(nameof(AlarmTexts.OfARule), "ThumbsRule", "ThumbsRuleDeadLetterQueue", MemberType = typeof(AlarmTexts))]
    [MemberData(nameof(AlarmTexts.OfATable), "ThumbsTable", new[] { "UpdateItem" }, MemberType = typeof(AlarmTexts))]
    public void Alarm_ByDefault_WatchesOneResourceByItsDimensions(string id, string expected) => Defaults.Alarm(id).ShouldBe(expected);

    [Fact]
    public void Metrics_OfThePipeline_AreThoseOfItsFunction() => Synthesized.Stack(stack =>
    {
        var thumbnails = new ThumbnailPipeline(stack, "Thumbs");
        thumbnails.MetricInvocations().MetricName.ShouldBe("Invocations");
        thumbnails.MetricErrors().MetricName.ShouldBe("Errors");
        thumbnails.MetricDuration().MetricName.ShouldBe("Duration");
        thumbnails.MetricErrors().Dimensions!.Keys.ShouldBe(["FunctionName"]);
    });

    private protected override IReadOnlyList<Alarm> MakeAlarms(Stack stack, MonitoringOptions monitoring) =>
        new ThumbnailPipeline(stack, "Thumbs", new() { Monitoring = monitoring }).Alarms;
}
