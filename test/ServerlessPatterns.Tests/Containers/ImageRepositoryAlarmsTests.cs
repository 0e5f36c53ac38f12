using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.SNS;
using ServerlessPatterns.Tests.Scheduling;

namespace ServerlessPatterns.Tests.Containers;

public sealed class ImageRepositoryAlarmsTests
{
    private static readonly Synthesized Defaults = Synthesized.Stack(stack => new ImageRepository(stack, "Images"));

    [Theory]
    [InlineData("CriticalFindings", "AWS/SQS ApproximateNumberOfMessagesVisible QueueName Maximum 60 > 0 x1", "FindingsQueue")]
    [InlineData("RuleDeadLetters", "AWS/SQS ApproximateNumberOfMessagesVisible QueueName Maximum 60 > 0 x1", "FindingsDeadLetterQueue")]
    [InlineData("RuleDroppedEvents", "AWS/Events InvocationsFailedToBeSentToDlq RuleName Sum 60 > 0 x1", "FindingsRule")]
    public void Alarm_ByDefault_WatchesOneResourceByItsDimensions(string id, string described, string watched)
    {
        var alarm = Defaults.Properties("AWS::CloudWatch::Alarm", $"Alarms{id}");

        AlarmReader.Describe(alarm).ShouldBe(described);
        alarm["Dimensions"]![0]!["Value"].Target().ShouldStartWith($"Images{watched}");
        ((string?)alarm["TreatMissingData"]).ShouldBe("notBreaching");
        ((string)alarm["AlarmDescription"]!).ShouldContain("\nRunbook: ");
        alarm["AlarmActions"].ShouldBeNull();
    }

    [Fact]
    public void RuleDeadLetters_ByDefault_TellsWhatCouldNotBeReached() =>
        ((string)Defaults.Properties("AWS::CloudWatch::Alarm", "RuleDeadLetters")["AlarmDescription"]!).ShouldContain("could not hand to the queue of findings");

    [Fact]
    public void Alarms_OfThePattern_AreThreeAndAllExposed()
    {
        Defaults.All("AWS::CloudWatch::Alarm").Count.ShouldBe(3);
        Synthesized.Stack(stack => new ImageRepository(stack, "Images").Alarms.Count.ShouldBe(3));
    }

    [Fact]
    public void Alarm_WithActionsAndRunbook_TellsThem()
    {
        var template = Synthesized.Stack(stack => new ImageRepository(stack, "Images", new()
        {
            Monitoring = new()
            {
                AlarmActions = [new SnsAction(new Topic(stack, "OnCall"))],
                RunbookUrl = new Uri("https://example.com/runbook"),
                ConfigureAlarm = (id, props) => props.Threshold = id == "CriticalFindings" ? 5 : 0,
            },
        }));

        var alarm = template.Properties("AWS::CloudWatch::Alarm", "CriticalFindings");
        alarm["AlarmActions"]![0].Target().ShouldStartWith("OnCall");
        ((int?)alarm["Threshold"]).ShouldBe(5);
        ((string)alarm["AlarmDescription"]!).ShouldEndWith("Runbook: https://example.com/runbook#CriticalFindings");
    }

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
            var metric = images.MetricPulls(new Amazon.CDK.AWS.CloudWatch.MetricOptions { Label = "pulls" });
            (name, dimension) = (metric.MetricName, metric.Dimensions!.Keys.Single());
        });

        name.ShouldBe("RepositoryPullCount");
        dimension.ShouldBe("RepositoryName");
    }
}
