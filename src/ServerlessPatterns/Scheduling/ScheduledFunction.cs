using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Scheduler;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace ServerlessPatterns;

/// <summary>
/// Runs a function on a schedule: EventBridge Scheduler, or a rule, and Lambda. See docs/patterns/scheduled-function.md.
/// </summary>
public sealed class ScheduledFunction : Construct, IGrantable
{
    /// <summary>Makes the schedule and its function.</summary>
    /// <param name="scope">The stack or construct that it belongs to.</param>
    /// <param name="id">Its id there.</param>
    /// <param name="props">When it runs and what, and what differs from the defaults.</param>
    /// <exception cref="PatternValidationException">The props cannot work; the message lists every problem.</exception>
    public ScheduledFunction(Construct scope, string id, ScheduledFunctionProps props)
        : base(scope, id)
    {
        ScheduledFunctionChecks.ThrowIfInvalid(scope, id, props);
        PinnedFlags.Pin(this);

        var alarms = new PatternAlarms(new Construct(this, "Alarms"), props.Monitoring);
        Function = new PatternFunction(this, "Function", ScheduledFunctionRequest.Of(props), alarms);
        GrantPrincipal = Function.GrantPrincipal;
        ScheduleDeadLetterQueue = DeadLetters.DefineQueue(this, "ScheduleDeadLetterQueue", props.EncryptionKey, props.RemovalPolicy);
        ScheduleNotices.Add(this, props);

        if (props.Engine == ScheduleEngine.Rule)
        {
            Rule = ScheduleRule.Define(this, props);
            RuleAlarms.Add(Rule, ScheduleDeadLetterQueue, alarms);
        }
        else
        {
            (ScheduleGroup, ScheduleRole, Schedule) = PatternSchedule.Define(
                this, nameof(ScheduledFunction), props, Target(props), ScheduleDeadLetterQueue);
            ScheduleAlarms.Add(ScheduleGroup, ScheduleDeadLetterQueue, alarms);
        }

        Alarms = alarms.Made;
    }

    /// <summary>The function that runs, with its role, log group and dead-letter queue.</summary>
    public PatternFunction Function { get; }

    /// <summary>The schedule; nothing with <see cref="ScheduleEngine.Rule"/>.</summary>
    public CfnSchedule? Schedule { get; }

    /// <summary>The group of the schedule, by which its metrics are counted; nothing with <see cref="ScheduleEngine.Rule"/>.</summary>
    public CfnScheduleGroup? ScheduleGroup { get; }

    /// <summary>The role in which Scheduler invokes the function; nothing with <see cref="ScheduleEngine.Rule"/>.</summary>
    public Role? ScheduleRole { get; }

    /// <summary>The rule, with <see cref="ScheduleEngine.Rule"/>.</summary>
    public Rule? Rule { get; }

    /// <summary>Where runs end that EventBridge could not hand to Lambda.</summary>
    public Queue ScheduleDeadLetterQueue { get; }

    /// <summary>The alarms, none with <see cref="MonitoringOptions.None"/>.</summary>
    public IReadOnlyList<Alarm> Alarms { get; }

    /// <inheritdoc/>
    public IPrincipal GrantPrincipal { get; }

    /// <summary>Allows a grantee to run the function between its times.</summary>
    /// <param name="grantee">Who may run it.</param>
    /// <returns>What was granted.</returns>
    public Grant GrantInvoke(IGrantable grantee) => Function.Invoked.GrantInvoke(grantee);

    /// <summary>How often the function was invoked, whoever invoked it.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricInvocations(MetricOptions? options = null) => Function.Invoked.MetricInvocations(options);

    /// <summary>How often the function failed.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricErrors(MetricOptions? options = null) => Function.Invoked.MetricErrors(options);

    /// <summary>How long the function took.</summary>
    /// <param name="options">What differs from the metric's defaults.</param>
    /// <returns>The metric.</returns>
    public Metric MetricDuration(MetricOptions? options = null) => Function.Invoked.MetricDuration(options);

    private ScheduleTarget Target(ScheduledFunctionProps props) => new()
    {
        Arn = Function.Invoked.FunctionArn,
        Permissions =
        [
            new PolicyStatement(new PolicyStatementProps { Actions = ["lambda:InvokeFunction"], Resources = [Function.Invoked.FunctionArn] }),
        ],
        Input = ScheduleInput.Write(props.Input),
    };
}
