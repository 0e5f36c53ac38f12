using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.Events;
using Constructs;

namespace ServerlessPatterns;

/// <summary>
/// Tells of scans with critical findings. ECR has no metric for them; a rule counts the events that match it, with no
/// target to fail.
/// </summary>
internal static class ImageRepositoryFindings
{
    public static Rule DefineRule(Construct scope, ImageRepositoryProps props, Repository repository)
    {
        // https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-eventbridge.html
        var rule = new RuleProps
        {
            Description = "Counts scans of images with critical findings",
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
            configure(rule);
            ImageRepositoryChecks.ThrowIfBroken(scope, rule);
        }

        return new Rule(scope, "FindingsRule", rule);
    }

    public static void AddAlarm(Rule rule, PatternAlarms alarms) => alarms.Add(
        "CriticalFindings",
        new Metric(new MetricProps
        {
            Namespace = "AWS/Events",
            MetricName = "TriggeredRules",
            DimensionsMap = new Dictionary<string, string> { ["RuleName"] = rule.RuleName },
            Period = Duration.Minutes(1),
            Statistic = Stats.SUM,
        }),
        0,
        "A scan found critical vulnerabilities in an image of the repository.",
        "read them with aws ecr describe-image-scan-findings; rebuild the image on a patched base and deploy that, and if the image runs already, weigh rolling back.");
}
