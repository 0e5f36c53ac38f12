using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.SQS;

namespace ServerlessPatterns;

/// <summary>The alarms of a queue that work comes from.</summary>
internal static class QueueAlarms
{
    public const string DeadLetters = "QueueDeadLetters";

    // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html and quotas-fifo.html
    private const double MaxInFlight = 120_000;

    /// <param name="queue">The queue.</param>
    /// <param name="deadLetters">Its dead-letter queue, if it is known.</param>
    /// <param name="visibilitySeconds">Its visibility timeout, if it is known.</param>
    /// <param name="alarms">The pattern's alarms.</param>
    /// <param name="reader">What takes the messages, as it is called in the alarms' texts.</param>
    public static void Add(IQueue queue, IQueue? deadLetters, double? visibilitySeconds, PatternAlarms alarms, string reader)
    {
        // A message that failed comes again after the visibility timeout: the age of one such message is no backlog.
        var threshold = Math.Max(TimeSpan.FromMinutes(15).TotalSeconds, 2 * (visibilitySeconds ?? 0));
        alarms.Add(
            "QueueMessageAge",
            queue.MetricApproximateAgeOfOldestMessage(Maximum()),
            threshold,
            $"The oldest message has waited for more than {Tokens.Text(threshold / 60)} minutes, five minutes in a row.",
            $"see whether the {reader} fails (its logs) or cannot keep up (its concurrency); messages are lost when the queue's retention period is over.",
            periods: 5);

        alarms.Add(
            "QueueInFlight",
            queue.MetricApproximateNumberOfMessagesNotVisible(Maximum()),
            0.8 * MaxInFlight,
            "More than 96,000 messages are received and not yet deleted; from 120,000 on the queue hands out no more.",
            $"see why the {reader} takes so long, or takes more than it can process; shorten the visibility timeout.");

        if (deadLetters is not null)
        {
            alarms.Add(
                DeadLetters,
                deadLetters.MetricApproximateNumberOfMessagesVisible(Maximum()),
                0,
                "Messages that failed too often are in the dead-letter queue.",
                "mend the cause that the messages show, then have SQS move them back as the pattern's page says; they are kept for 14 days from when they were sent.");
        }
    }

    private static MetricOptions Maximum() => new() { Period = Duration.Minutes(1), Statistic = Stats.MAXIMUM };
}
