using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace ServerlessPatterns;

/// <summary>
/// Containers that process the messages of a queue, as many as the backlog asks for, down to none: SQS, Fargate, and a
/// dead-letter queue for what fails again and again. See docs/patterns/queue-fargate-worker.md.
/// </summary>
public sealed class QueueFargateWorker : Construct, IGrantable, IConnectable
{
    /// <summary>Makes the worker.</summary>
    /// <param name="scope">The stack or construct that it belongs to.</param>
    /// <param name="id">Its id there.</param>
    /// <param name="props">The image and the network, and what differs from the defaults.</param>
    /// <exception cref="PatternValidationException">The props cannot work; the message lists every problem.</exception>
    public QueueFargateWorker(Construct scope, string id, QueueFargateWorkerProps props)
        : base(scope, id)
    {
        WorkerChecks.ThrowIfInvalid(scope, id, props);
        PinnedFlags.Pin(this);

        var alarms = new PatternAlarms(new Construct(this, "Alarms"), props.Monitoring);
        var queues = new WorkQueue(this, nameof(QueueFargateWorker), props, props.VisibilityTimeout ?? WorkerDefaults.VisibilityTimeout);
        Queue = queues.Source;
        DeadLetterQueue = queues.DeadLetters;
        var visibilitySeconds = QueueVisibility.OfGiven(Queue);
        WorkerNotices.ThrowIfShownTooSoon(this, props, visibilitySeconds);
        QueueAlarms.Add(Queue, DeadLetterQueue, visibilitySeconds, alarms, "worker");

        var request = WorkerRequests.Task(props, Queue);
        Network = new PatternNetwork(this, "Network", WorkerRequests.Network(props, request));
        Task = new PatternTask(this, "Task", request);
        WorkerPermissions.Grant(this, props);

        SecurityGroup = WorkerService.DefineSecurityGroup(this, Network);
        Connections = new Connections_(new ConnectionsProps { SecurityGroups = [SecurityGroup] });
        var rollBack = props.RollbackOnAlarms is false ? null : alarms.Made.SingleOrDefault(alarm => alarm.Node.Id == QueueAlarms.DeadLetters);
        Service = WorkerService.Define(this, props, rollBack);
        Scaling = WorkerScaling.Define(this, props.Scaling);

        WorkerAlarms.Add(this, props.Scaling, alarms);
        WorkerNotices.Add(this, props, visibilitySeconds);
        Alarms = alarms.Made;
    }

    /// <summary>The queue that messages are sent to.</summary>
    public IQueue Queue { get; }

    /// <summary>Where messages end that failed too often; nothing when a queue was given that shows none.</summary>
    public IQueue? DeadLetterQueue { get; }

    /// <summary>Where the tasks run: VPC, subnets, endpoints.</summary>
    public PatternNetwork Network { get; }

    /// <summary>The cluster, made here or given.</summary>
    public ICluster Cluster => Network.Cluster;

    /// <summary>What the tasks are: task definition and container, roles and log group.</summary>
    public PatternTask Task { get; }

    /// <summary>The service that runs the tasks.</summary>
    public FargateService Service { get; }

    /// <summary>The scaling of the service, to which schedules can be added.</summary>
    public ScalableTaskCount Scaling { get; }

    /// <summary>The security group of the tasks, which lets nobody in.</summary>
    public SecurityGroup SecurityGroup { get; }

    /// <inheritdoc/>
    public Connections_ Connections { get; }

    /// <inheritdoc/>
    public IPrincipal GrantPrincipal => Task.GrantPrincipal;

    /// <summary>The alarms, none with <see cref="MonitoringOptions.None"/>.</summary>
    public IReadOnlyList<Alarm> Alarms { get; }

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

    /// <summary>How many tasks run; Container Insights count them.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricRunningTasks(MetricOptions? options = null) => WorkerMetrics.RunningTasks(this, options);

    /// <summary>How busy the tasks' CPU is, in percent.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricCpuUtilization(MetricOptions? options = null) => Service.MetricCpuUtilization(options);

    /// <summary>How full the tasks' memory is, in percent.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricMemoryUtilization(MetricOptions? options = null) => Service.MetricMemoryUtilization(options);
}
