using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.SNS;

namespace ServerlessPatterns.Tests.Monitoring;

/// <summary>What holds of the alarms of every pattern, whatever they watch.</summary>
public abstract class PatternAlarmsCases
{
    private const double Hooked = 4711;

    /// <summary>How many alarms the pattern has when nothing is set.</summary>
    private protected abstract int AlarmCount { get; }

    /// <summary>Makes the pattern with the least that it needs, and returns the alarms that it exposes.</summary>
    private protected abstract IReadOnlyList<Alarm> MakeAlarms(Stack stack, MonitoringOptions monitoring);

    [Fact]
    public void Alarms_OfThePattern_AreAllExposed()
    {
        var exposed = new List<string>();

        var template = Synthesized.Stack(stack => exposed.AddRange(
            MakeAlarms(stack, new()).Select(alarm => stack.GetLogicalId((CfnElement)alarm.Node.DefaultChild!))));

        exposed.ShouldBe(template.All("AWS::CloudWatch::Alarm").Keys, ignoreOrder: true);
        exposed.Count.ShouldBe(AlarmCount);
    }

    [Fact]
    public void Monitoring_None_MakesNoAlarm()
    {
        var exposed = -1;

        var template = Synthesized.Stack(stack => exposed = MakeAlarms(stack, MonitoringOptions.None).Count);

        template.All("AWS::CloudWatch::Alarm").ShouldBeEmpty();
        exposed.ShouldBe(0);
    }

    [Fact]
    public void Monitoring_ActionsRunbookAndHook_ReachEveryAlarm()
    {
        var hooked = new List<string>();

        var alarms = Synthesized.Stack(stack => MakeAlarms(stack, new()
        {
            AlarmActions = [new SnsAction(new Topic(stack, "OnCall"))],
            RunbookUrl = new Uri("https://wiki.example.com/pattern"),
            ConfigureAlarm = (id, alarm) =>
            {
                hooked.Add(id);
                alarm.Threshold = Hooked;
            },
        })).Alarms();

        hooked.ShouldBe(alarms.Keys, ignoreOrder: true);
        alarms.Count.ShouldBe(AlarmCount);
        foreach (var (id, alarm) in alarms)
        {
            alarm["AlarmActions"]!.AsArray().Single().Target().ShouldStartWith("OnCall");
            ((string?)alarm["AlarmDescription"])!.ShouldEndWith($"\nRunbook: https://wiki.example.com/pattern#{id}");
            ((double?)alarm["Threshold"]).ShouldBe(Hooked, id);
        }
    }
}
