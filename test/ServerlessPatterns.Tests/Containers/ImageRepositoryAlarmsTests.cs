using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.SNS;

namespace ServerlessPatterns.Tests.Containers;

public sealed class ImageRepositoryAlarmsTests
{
    [Fact]
    public void CriticalFindings_ByDefault_CountsTheEventsOfTheRule()
    {
        var template = Synthesized.Stack(stack => new ImageRepository(stack, "Images"));

        var alarm = template.Properties("AWS::CloudWatch::Alarm", "CriticalFindings");
        ((string?)alarm["Namespace"]).ShouldBe("AWS/Events");
        ((string?)alarm["MetricName"]).ShouldBe("TriggeredRules");
        alarm["Dimensions"].ShouldBeJson($$$"""[{"Name":"RuleName","Value":{"Ref":"{{{template.All("AWS::Events::Rule").Keys.Single()}}}"}}]""");
        ((string?)alarm["ComparisonOperator"]).ShouldBe("GreaterThanThreshold");
        ((int?)alarm["Threshold"]).ShouldBe(0);
        ((string?)alarm["Statistic"]).ShouldBe("Sum");
        ((string?)alarm["TreatMissingData"]).ShouldBe("notBreaching");
        ((string)alarm["AlarmDescription"]!).ShouldContain("\nRunbook: ");
        alarm["AlarmActions"].ShouldBeNull();
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

        var alarm = template.Properties("AWS::CloudWatch::Alarm");
        alarm["AlarmActions"]![0].Target().ShouldStartWith("OnCall");
        ((int?)alarm["Threshold"]).ShouldBe(5);
        ((string)alarm["AlarmDescription"]!).ShouldEndWith("Runbook: https://example.com/runbook#CriticalFindings");
    }

    [Fact]
    public void Monitoring_None_MakesNeitherAlarmNorRule()
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
