using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.SQS;
using Constructs;
using CfnRule = Amazon.CDK.AWS.Events.CfnRule;

namespace ServerlessPatterns;

/// <summary>
/// The queue that a rule fills with events of which a person must know, where a service has no metric for them.
/// </summary>
internal static class ReportQueue
{
    // The CDK's own target would let the rule read the queue's attributes too, and with a key every rule of the account.
    public static void Fill(Construct scope, Rule rule, string targetId, Queue reports, Queue deadLetters, IKey? key)
    {
        ((CfnRule)rule.Node.DefaultChild!).AddPropertyOverride("Targets", new[]
        {
            new Dictionary<string, object>
            {
                ["Id"] = targetId,
                ["Arn"] = reports.QueueArn,
                ["RetryPolicy"] = new Dictionary<string, object> { ["MaximumRetryAttempts"] = 185, ["MaximumEventAgeInSeconds"] = 86400 },
                ["DeadLetterConfig"] = new Dictionary<string, object> { ["Arn"] = deadLetters.QueueArn },
            },
        });
        AllowRule(reports, rule);
        AllowRule(deadLetters, rule);
        if (key is not null)
        {
            KeyStatements.AllowEvents(scope, key);
        }
    }

    private static void AllowRule(Queue queue, Rule rule) => queue.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
    {
        Principals = [new ServicePrincipal("events.amazonaws.com")],
        Actions = ["sqs:SendMessage"],
        Resources = [queue.QueueArn],
        Conditions = new Dictionary<string, object>
        {
            ["ArnEquals"] = new Dictionary<string, object> { ["aws:SourceArn"] = rule.RuleArn },
        },
    }));
}
