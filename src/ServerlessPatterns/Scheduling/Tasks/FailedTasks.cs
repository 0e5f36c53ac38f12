using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SQS;
using CfnRule = Amazon.CDK.AWS.Events.CfnRule;

namespace ServerlessPatterns;

/// <summary>
/// Reports of tasks that failed, for which ECS has no metric: a rule puts the events of tasks that did not start, were
/// taken away or exited with an error into a queue.
/// </summary>
internal static class FailedTasks
{
    public static Rule Define(ScheduledFargateTask pattern, ScheduledFargateTaskProps props)
    {
        var ruleProps = new RuleProps { Description = "Tasks of one schedule that failed" };
        props.ConfigureFailureRule?.Invoke(ruleProps);
        ScheduledTaskHookChecks.ThrowIfBroken(pattern, ruleProps);
        ruleProps.EventPattern = Pattern(pattern);
        var rule = new Rule(pattern, "FailureRule", ruleProps);

        // The CDK's own target would let the rule read the queue's attributes too, and with a key every rule of the account.
        ((CfnRule)rule.Node.DefaultChild!).AddPropertyOverride("Targets", new[]
        {
            new Dictionary<string, object>
            {
                ["Id"] = "FailedTasks",
                ["Arn"] = pattern.FailedTaskQueue.QueueArn,
                ["RetryPolicy"] = new Dictionary<string, object> { ["MaximumRetryAttempts"] = 185, ["MaximumEventAgeInSeconds"] = 86400 },
                ["DeadLetterConfig"] = new Dictionary<string, object> { ["Arn"] = pattern.ScheduleDeadLetterQueue.QueueArn },
            },
        });
        AllowRule(pattern.FailedTaskQueue, rule);
        AllowRule(pattern.ScheduleDeadLetterQueue, rule);
        if (props.EncryptionKey is { } key)
        {
            KeyStatements.AllowEvents(pattern, key);
        }

        return rule;
    }

    public static void AddAlarms(ScheduledFargateTask pattern, PatternAlarms alarms)
    {
        alarms.Add(
            "FailedTasks",
            pattern.FailedTaskQueue.MetricApproximateNumberOfMessagesVisible(new MetricOptions { Period = Duration.Minutes(1), Statistic = Stats.MAXIMUM }),
            0,
            "Tasks of the schedule exited with an error, did not start or were taken away; their reports are in the queue of failed tasks.",
            "read stopCode, stoppedReason and the containers' exitCode and reason in the message, and the task's log stream; mend the cause, then run the task again as the pattern's page says, and purge the queue.");

        alarms.Add(
            "LostTaskReports",
            new Metric(new MetricProps
            {
                Namespace = "AWS/Events",
                MetricName = "FailedInvocations",
                DimensionsMap = new Dictionary<string, string>(StringComparer.Ordinal) { ["RuleName"] = pattern.FailureRule.RuleName },
                Period = Duration.Minutes(1),
                Statistic = Stats.SUM,
            }),
            0,
            "EventBridge could not put the report of a failed task into its queue.",
            "check the policy and the key of the queue; the report is in the schedule's dead-letter queue, if that could be written.");
    }

    // Values of one field are alternatives, and fields of one object of an array belong together: the exit code is that of
    // the pattern's own container, not of a sidecar that ECS ends when the work is done. A task that did not start has
    // containers without an exit code, so its stop code stands beside.
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_task_events.html
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html, stopCode
    private static EventPattern Pattern(ScheduledFargateTask pattern) => new()
    {
        Source = ["aws.ecs"],
        DetailType = ["ECS Task State Change"],
        Detail = new Dictionary<string, object>
        {
            ["clusterArn"] = new[] { pattern.Network.Cluster.ClusterArn },
            ["group"] = new[] { pattern.TaskGroup },
            ["lastStatus"] = new[] { "STOPPED" },
            ["$or"] = new object[]
            {
                new Dictionary<string, object> { ["stopCode"] = new[] { "TaskFailedToStart", "SpotInterruption", "TerminationNotice" } },
                new Dictionary<string, object>
                {
                    ["containers"] = new Dictionary<string, object>
                    {
                        ["name"] = new[] { TaskContainer.Name },
                        ["exitCode"] = new[] { new Dictionary<string, object> { ["anything-but"] = 0 } },
                    },
                },
            },
        },
    };

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
