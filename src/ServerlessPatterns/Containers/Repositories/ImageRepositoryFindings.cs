using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace ServerlessPatterns;

/// <summary>
/// Reports of scans with critical findings, for which ECR has no metric: a rule puts the events of such scans into a
/// queue.
/// </summary>
internal static class ImageRepositoryFindings
{
    public static Rule Define(
        Construct scope, ImageRepositoryProps props, Repository repository, Queue reports, Queue deadLetters)
    {
        // https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-eventbridge.html
        var ruleProps = new RuleProps
        {
            Description = "Scans of images with critical findings",
            EventPattern = new EventPattern
            {
                Source = ["aws.ecr"],
                DetailType = ["ECR Image Scan"],
                Detail = new Dictionary<string, object>
                {
                    ["repository-name"] = new[] { repository.RepositoryName },
                    ["finding-severity-counts"] = new Dictionary<string, object>
                    {
                        ["CRITICAL"] = new object[] { new Dictionary<string, object> { ["numeric"] = new object[] { ">", 0 } } },
                    },
                },
            },
        };
        if (props.ConfigureFindingsRule is { } configure)
        {
            configure(ruleProps);
            ImageRepositoryChecks.ThrowIfBroken(scope, ruleProps);
        }

        var rule = new Rule(scope, "FindingsRule", ruleProps);
        ReportQueue.Fill(scope, rule, "Findings", reports, deadLetters, props.EncryptionKey);
        return rule;
    }

    public static void AddAlarms(Rule rule, Queue reports, Queue deadLetters, PatternAlarms alarms)
    {
        alarms.Add(
            "CriticalFindings",
            reports.MetricApproximateNumberOfMessagesVisible(new MetricOptions { Period = Duration.Minutes(1), Statistic = Stats.MAXIMUM }),
            0,
            "A scan found critical vulnerabilities in an image of the repository; its report is in the queue of findings.",
            "read the image's digest and tags in the message, and the findings with aws ecr describe-image-scan-findings; rebuild the image on a patched base and deploy that, and if the image runs already, weigh rolling back; then purge the queue.");
        RuleAlarms.Add(rule, deadLetters, alarms, "the queue of findings");
    }
}
