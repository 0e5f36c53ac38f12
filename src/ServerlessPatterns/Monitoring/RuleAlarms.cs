using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.SQS;

namespace ServerlessPatterns;

/// <summary>The alarms of an EventBridge rule with a dead-letter queue.</summary>
internal static class RuleAlarms
{
    public static void Add(Rule rule, Queue deadLetters, PatternAlarms alarms, string target = "the function")
    {
        alarms.Add(
            "RuleDeadLetters",
            deadLetters.MetricApproximateNumberOfMessagesVisible(new MetricOptions
            {
                Period = Duration.Minutes(1),
                Statistic = Stats.MAXIMUM,
            }),
            0,
            $"Events that EventBridge could not hand to {target} are in the rule's dead-letter queue.",
            "read the ERROR_CODE attribute of the messages, mend the cause, then replay them as the pattern's page says; they are kept for 14 days.");

        alarms.Add(
            "RuleDroppedEvents",
            new Metric(new MetricProps
            {
                Namespace = "AWS/Events",
                MetricName = "InvocationsFailedToBeSentToDlq",
                DimensionsMap = new Dictionary<string, string> { ["RuleName"] = rule.RuleName },
                Period = Duration.Minutes(1),
                Statistic = Stats.SUM,
            }),
            0,
            "EventBridge could not send failed events to the dead-letter queue, so they are lost.",
            "check the policy and the key of the queue; find the lost events in the source.");
    }
}
