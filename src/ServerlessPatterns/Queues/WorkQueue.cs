using Amazon.CDK;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace ServerlessPatterns;

/// <summary>The queue that the work of a pattern comes from, and the one where it ends when it failed too often.</summary>
internal sealed class WorkQueue
{
    private readonly Construct scope;
    private readonly string pattern;
    private readonly WorkQueueProps props;

    public WorkQueue(Construct scope, string pattern, WorkQueueProps props, Duration? visibilityTimeout)
    {
        this.scope = scope;
        this.pattern = pattern;
        this.props = props;
        if (props.Queue is { } given)
        {
            DeadLetters = props.DeadLetterQueue ?? (given as Queue)?.DeadLetterQueue?.Queue;
            Source = given;
            WarnOfGiven(given);
        }
        else
        {
            DeadLetters = props.DeadLetterQueue ?? DefineDeadLetters();
            Source = DefineSource(DeadLetters, visibilityTimeout!);
        }
    }

    public IQueue Source { get; }

    /// <summary>Nothing when a queue was given that shows none.</summary>
    public IQueue? DeadLetters { get; }

    private Queue DefineSource(IQueue deadLetters, Duration visibilityTimeout)
    {
        var redrive = new DeadLetterQueue { Queue = deadLetters, MaxReceiveCount = props.MaxReceiveCount ?? QueueDefaults.MaxReceiveCount };
        var queueProps = new QueueProps
        {
            QueueName = props.QueueName,
            Fifo = props.Fifo ? true : null,
            ContentBasedDeduplication = props.ContentBasedDeduplication ? true : null,
            DeduplicationScope = props.HighThroughputFifo ? DeduplicationScope.MESSAGE_GROUP : null,
            FifoThroughputLimit = props.HighThroughputFifo ? FifoThroughputLimit.PER_MESSAGE_GROUP_ID : null,
            VisibilityTimeout = visibilityTimeout,
            RetentionPeriod = props.RetentionPeriod ?? QueueDefaults.RetentionPeriod,
            DeadLetterQueue = redrive,
            EnforceSSL = true,
            Encryption = props.EncryptionKey is null ? QueueEncryption.SQS_MANAGED : QueueEncryption.KMS,
            EncryptionMasterKey = props.EncryptionKey,
            RemovalPolicy = props.RemovalPolicy,
        };
        props.ConfigureQueue?.Invoke(queueProps);
        QueueHookChecks.ThrowIfBroken(scope, pattern, props, queueProps, redrive);
        return new Queue(scope, "Queue", queueProps);
    }

    private Queue DefineDeadLetters() => ServerlessPatterns.DeadLetters.DefineQueue(scope, "DeadLetterQueue", props.EncryptionKey, props.RemovalPolicy, queue =>
    {
        queue.Fifo = props.Fifo ? true : null;
        queue.RedriveAllowPolicy = AllowedSource();
        props.ConfigureDeadLetterQueue?.Invoke(queue);
        QueueHookChecks.ThrowIfBroken(scope, pattern, props, queue);
    });

    // The queue names its dead-letter queue already: the other way round is a cycle, unless the name is known before
    // there is a queue.
    private RedriveAllowPolicy? AllowedSource()
    {
        if (props.QueueName is not { } name)
        {
            return null;
        }

        var arn = Stack.Of(scope).FormatArn(new ArnComponents { Service = "sqs", Resource = name });
        return new RedriveAllowPolicy
        {
            RedrivePermission = RedrivePermission.BY_QUEUE,
            SourceQueues = [Queue.FromQueueArn(scope, "AllowedSource", arn)],
        };
    }

    private void WarnOfGiven(IQueue given)
    {
        if (DeadLetters is null)
        {
            Notices.AddWarning(
                scope,
                "ServerlessPatterns:QueueWithoutDeadLetters",
                given is Queue
                    ? "The given queue has no dead-letter queue: a message that always fails comes again until it expires, and is lost then. Give the queue one where it is made."
                    : "The dead-letter queue of an imported queue cannot be seen from here, so it has no alarm; without one, messages that always fail are lost when they expire. Give it as DeadLetterQueue.");
        }
    }
}
