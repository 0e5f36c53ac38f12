using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Scheduler;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace ServerlessPatterns;

/// <summary>
/// Runs a container on a schedule: EventBridge Scheduler and Fargate. See docs/patterns/scheduled-fargate-task.md.
/// </summary>
public sealed class ScheduledFargateTask : Construct, IGrantable, IConnectable
{
    private readonly bool propagateTags;

    /// <summary>Makes the schedule and its task.</summary>
    /// <param name="scope">The stack or construct that it belongs to.</param>
    /// <param name="id">Its id there.</param>
    /// <param name="props">When it runs, what and where, and what differs from the defaults.</param>
    /// <exception cref="PatternValidationException">The props cannot work; the message lists every problem.</exception>
    public ScheduledFargateTask(Construct scope, string id, ScheduledFargateTaskProps props)
        : base(scope, id)
    {
        ScheduledTaskChecks.ThrowIfInvalid(scope, id, props);
        PinnedFlags.Pin(this);

        propagateTags = props.PropagateTags;
        var network = ScheduledTaskRequest.Network(props);
        Network = new PatternNetwork(this, "Network", network);
        Task = new PatternTask(this, "Task", network.Task);
        SecurityGroup = props.SecurityGroups is null ? DefineSecurityGroup() : null;
        Connections = new Connections_(new ConnectionsProps { SecurityGroups = SecurityGroup is null ? [.. props.SecurityGroups!] : [SecurityGroup] });
        Network.AllowToEndpoints(this);
        ScheduleDeadLetterQueue = DeadLetters.DefineQueue(this, "ScheduleDeadLetterQueue", props.EncryptionKey, props.RemovalPolicy);
        FailedTaskQueue = DeadLetters.DefineQueue(this, "FailedTaskQueue", props.EncryptionKey, props.RemovalPolicy);
        ScheduleNotices.Add(this, props);

        TaskGroup = $"schedule:{PatternSchedule.GroupName(this)}";
        (ScheduleGroup, ScheduleRole, Schedule) = PatternSchedule.Define(
            this, nameof(ScheduledFargateTask), props, ScheduledTaskTarget.Define(this, props), ScheduleDeadLetterQueue);
        Task.Precede(Schedule);
        FailureRule = FailedTasks.Define(this, props);

        var alarms = new PatternAlarms(new Construct(this, "Alarms"), props.Monitoring);
        ScheduleAlarms.Add(ScheduleGroup, ScheduleDeadLetterQueue, alarms);
        FailedTasks.AddAlarms(this, alarms);
        Alarms = alarms.Made;
    }

    /// <summary>VPC, subnets and cluster, made here or given.</summary>
    public PatternNetwork Network { get; }

    /// <summary>Task definition, container, roles and log group.</summary>
    public PatternTask Task { get; }

    /// <summary>The security group of the tasks; nothing when groups were given.</summary>
    public SecurityGroup? SecurityGroup { get; }

    /// <summary>The ECS group that the schedule's tasks are in, which tells their events from those of all other tasks.</summary>
    public string TaskGroup { get; }

    /// <summary>The schedule.</summary>
    public CfnSchedule Schedule { get; }

    /// <summary>The group of the schedule, by which its metrics are counted.</summary>
    public CfnScheduleGroup ScheduleGroup { get; }

    /// <summary>The role in which Scheduler starts the tasks.</summary>
    public Role ScheduleRole { get; }

    /// <summary>Where runs end that Scheduler could not start.</summary>
    public Queue ScheduleDeadLetterQueue { get; }

    /// <summary>The rule that reports failed tasks.</summary>
    public Rule FailureRule { get; }

    /// <summary>The reports of tasks that exited with an error, did not start or were taken away.</summary>
    public Queue FailedTaskQueue { get; }

    /// <summary>The alarms, none with <see cref="MonitoringOptions.None"/>.</summary>
    public IReadOnlyList<Alarm> Alarms { get; }

    /// <summary>The network face of the tasks.</summary>
    public Connections_ Connections { get; }

    /// <inheritdoc/>
    public IPrincipal GrantPrincipal => Task.GrantPrincipal;

    /// <summary>Allows a grantee to run the task between its times, with <c>aws ecs run-task</c>.</summary>
    /// <param name="grantee">Who may run it.</param>
    /// <returns>What was granted.</returns>
    public Grant GrantRun(IGrantable grantee) => ScheduledTaskTarget.GrantRun(this, propagateTags, grantee);

    /// <summary>How often Scheduler tried to start a run.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricAttempts(MetricOptions? options = null) => ScheduleAlarms.Metric(ScheduleGroup, "InvocationAttemptCount", options);

    /// <summary>How many reports of failed tasks wait in the queue.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricFailedTasks(MetricOptions? options = null) => FailedTaskQueue.MetricApproximateNumberOfMessagesVisible(options);

    private SecurityGroup DefineSecurityGroup() => new(this, "SecurityGroup", new SecurityGroupProps
    {
        Vpc = Network.Vpc,
        Description = "Tasks of a schedule: nothing may connect to them",
        AllowAllOutbound = true,
    });
}
