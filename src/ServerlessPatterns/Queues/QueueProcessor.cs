using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace ServerlessPatterns;

/// <summary>
/// A function that processes the messages of a queue, standard or FIFO: SQS, Lambda, and a dead-letter queue for what
/// fails again and again. See docs/patterns/queue-processor.md.
/// </summary>
public sealed class QueueProcessor : Construct, IGrantable
{
    /// <summary>Makes the processor.</summary>
    /// <param name="scope">The stack or construct that it belongs to.</param>
    /// <param name="id">Its id there.</param>
    /// <param name="props">What differs from the defaults; the code, or the function, at least.</param>
    /// <exception cref="PatternValidationException">The props cannot work; the message lists every problem.</exception>
    public QueueProcessor(Construct scope, string id, QueueProcessorProps? props = null)
        : base(scope, id)
    {
        props ??= new QueueProcessorProps();
        QueueProcessorChecks.ThrowIfInvalid(scope, id, props);
        PinnedFlags.Pin(this);

        var alarms = new PatternAlarms(new Construct(this, "Alarms"), props.Monitoring);
        var request = QueueFunction.Request(props);
        Environment = request.Environment;
        Function = new PatternFunction(this, "Function", request, alarms);
        GrantPrincipal = Function.GrantPrincipal;

        var queues = new WorkQueue(this, nameof(QueueProcessor), props, QueueVisibility.Choose(this, props));
        Queue = queues.Source;
        DeadLetterQueue = queues.DeadLetters;
        EventSource = QueueEventSource.Define(this, props);

        var visibilitySeconds = QueueVisibility.OfGiven(Queue);
        QueueNotices.Add(this, props, visibilitySeconds);
        QueueAlarms.Add(Queue, DeadLetterQueue, visibilitySeconds, alarms, "function");
        Alarms = alarms.Made;
    }

    /// <summary>The queue that messages are sent to.</summary>
    public IQueue Queue { get; }

    /// <summary>Where messages end that failed too often; nothing when a queue was given that shows none.</summary>
    public IQueue? DeadLetterQueue { get; }

    /// <summary>The function that processes the messages, with its role and log group.</summary>
    public PatternFunction Function { get; }

    /// <summary>
    /// The variables that tell a handler its limits: <c>FUNCTION_TIMEOUT_SECONDS</c> and <c>MAX_RECEIVE_COUNT</c>. The
    /// function made here has them; add them to one that was given.
    /// </summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>The mapping by which Lambda polls the queue and invokes the function.</summary>
    public EventSourceMapping EventSource { get; }

    /// <summary>The alarms, none with <see cref="MonitoringOptions.None"/>.</summary>
    public IReadOnlyList<Alarm> Alarms { get; }

    /// <inheritdoc/>
    public IPrincipal GrantPrincipal { get; }

    /// <summary>Allows a grantee to send messages to the queue, and to use its key for that.</summary>
    /// <param name="grantee">Who may send; a service or another account gets it in the queue's policy.</param>
    /// <returns>What was granted.</returns>
    public Grant GrantSend(IGrantable grantee) => QueueGrants.Send(Queue, grantee);

    /// <summary>How long the oldest message has waited, in seconds.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricMessageAge(MetricOptions? options = null) => Queue.MetricApproximateAgeOfOldestMessage(options);

    /// <summary>How many messages wait in the queue.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricMessages(MetricOptions? options = null) => Queue.MetricApproximateNumberOfMessagesVisible(options);

    /// <summary>How often the function was invoked.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricInvocations(MetricOptions? options = null) => Function.Invoked.MetricInvocations(options);

    /// <summary>How often the function failed as a whole; a message that it reported as failed does not count.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricErrors(MetricOptions? options = null) => Function.Invoked.MetricErrors(options);

    /// <summary>How long the function took.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricDuration(MetricOptions? options = null) => Function.Invoked.MetricDuration(options);
}
