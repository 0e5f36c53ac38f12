using Amazon.CDK.AWS.SQS;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Checks the props of queues again after their hooks.</summary>
internal static class QueueHookChecks
{
    public static void ThrowIfBroken(Construct scope, string pattern, WorkQueueProps props, QueueProps queue, IDeadLetterQueue redrive)
    {
        const string Hook = nameof(props.ConfigureQueue);
        var maxReceiveCount = props.MaxReceiveCount ?? QueueDefaults.MaxReceiveCount;
        var checks = new Checks();
        CheckKind(checks, Hook, props, queue);
        checks.Require(queue.QueueName == props.QueueName, ErrorCodes.QueueHookBroke, $"{Hook}.{nameof(queue.QueueName)}", queue.QueueName, "the name of the props, which the dead-letter queue knows", $"Set {nameof(props.QueueName)} instead.");
        checks.Require(ReferenceEquals(queue.DeadLetterQueue, redrive) && redrive.MaxReceiveCount == maxReceiveCount, ErrorCodes.QueueHookBroke, $"{Hook}.{nameof(queue.DeadLetterQueue)}", "another dead-letter queue or receive count", "those of the props, which the alarm and the reader know", $"Set {nameof(props.DeadLetterQueue)} and {nameof(props.MaxReceiveCount)} instead.");
        checks.Seconds(ErrorCodes.QueueRetention, $"{Hook}.{nameof(queue.RetentionPeriod)}", queue.RetentionPeriod, 60, 14 * 86400, "Change the hook.");
        checks.Seconds(ErrorCodes.QueueVisibility, $"{Hook}.{nameof(queue.VisibilityTimeout)}", queue.VisibilityTimeout, 0, QueueVisibility.MaxSeconds, "Change the hook.");
        checks.ThrowIfAny(pattern, scope);
    }

    public static void ThrowIfBroken(Construct scope, string pattern, WorkQueueProps props, QueueProps deadLetters)
    {
        const string Hook = nameof(props.ConfigureDeadLetterQueue);
        var checks = new Checks();
        CheckKind(checks, Hook, props, deadLetters);
        checks.Require(deadLetters.DeadLetterQueue is null, ErrorCodes.QueueHookBroke, $"{Hook}.{nameof(deadLetters.DeadLetterQueue)}", "a further queue", "nothing: dead letters wait for a person", "Leave it out.");
        checks.Seconds(ErrorCodes.QueueRetention, $"{Hook}.{nameof(deadLetters.RetentionPeriod)}", deadLetters.RetentionPeriod, 60, 14 * 86400, "Change the hook.");
        checks.ThrowIfAny(pattern, scope);
    }

    private static void CheckKind(Checks checks, string hook, WorkQueueProps props, QueueProps queue) => checks.Require(
        (queue.Fifo ?? false) == props.Fifo,
        ErrorCodes.QueueHookBroke,
        $"{hook}.{nameof(queue.Fifo)}",
        queue.Fifo,
        "the same for queue and dead-letter queue",
        $"Set {nameof(props.Fifo)} instead.");
}
