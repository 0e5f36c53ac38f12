using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using ServerlessPatterns.Tests.Monitoring;

namespace ServerlessPatterns.Tests.Containers;

public sealed class ImageRepositoryAlarmsTests : PatternAlarmsCases
{
    private static readonly Synthesized Defaults = Synthesized.Stack(stack => new ImageRepository(stack, "Images"));

    private protected override int AlarmCount => 3;

    [Theory]
    [InlineData("CriticalFindings", "AWS/SQS ApproximateNumberOfMessagesVisible QueueName=ImagesFindingsQueue.QueueName Maximum/60 > 0 x1")]
    [MemberData(nameof(AlarmTexts.OfARule), "ImagesFindingsRule", "ImagesFindingsDeadLetterQueue", MemberType = typeof(AlarmTexts))]
    public void Alarm_ByDefault_WatchesOneResourceByItsDimensions(string id, string expected) => Defaults.Alarm(id).ShouldBe(expected);

    [Fact]
    public void RuleDeadLetters_ByDefault_TellsWhatCouldNotBeReached() =>
        ((string)Defaults.Alarms()["RuleDeadLetters"]["AlarmDescription"]!).ShouldContain("could not hand to the queue of findings");

    [Fact]
    public void Monitoring_None_MakesNeitherAlarmsNorRuleNorQueues()
    {
        var template = Synthesized.Stack(stack => new ImageRepository(stack, "Images", new() { Monitoring = MonitoringOptions.None }));

        template.Resources.Count.ShouldBe(1);
    }

    [Fact]
    public void MetricPulls_OfTheRepository_HasItsDimension()
    {
        string? name = null;
        string? dimension = null;
        Synthesized.Stack(stack =>
        {
            var images = new ImageRepository(stack, "Images");
            var metric = images.MetricPulls(new MetricOptions { Label = "pulls" });
            (name, dimension) = (metric.MetricName, metric.Dimensions!.Keys.Single());
        });

        name.ShouldBe("RepositoryPullCount");
        dimension.ShouldBe("RepositoryName");
    }

    private protected override IReadOnlyList<Alarm> MakeAlarms(Stack stack, MonitoringOptions monitoring) =>
        new ImageRepository(stack, "Images", new() { Monitoring = monitoring }).Alarms;
}
