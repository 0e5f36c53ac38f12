using Amazon.CDK;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Lambda;

namespace ServerlessPatterns;

/// <summary>Props of <see cref="ScheduledFunction"/>.</summary>
public sealed class ScheduledFunctionProps : ScheduledProps
{
    /// <summary>The service that keeps the time.</summary>
    /// <value>The default value is <see cref="ScheduleEngine.Scheduler"/>.</value>
    public ScheduleEngine Engine { get; init; }

    /// <summary>
    /// What the function is called with: a string is JSON text, anything else a value that System.Text.Json can write; 256
    /// KB as JSON, with a rule 8,192 characters. Scheduler replaces <c>&lt;aws.scheduler.scheduled-time&gt;</c> and
    /// <see href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html">its like</see>
    /// in it, which tell one run from the next.
    /// </summary>
    /// <value>The default value is none: the event of the service itself.</value>
    public object? Input { get; init; }

    /// <summary>A function of your own, an alias or version included, in place of the one made here; it is never reconfigured.</summary>
    /// <value>The default value is a new function.</value>
    public IFunction? Function { get; init; }

    /// <summary>What the function made here runs and how; its <see cref="FunctionSettings.Code"/> is needed.</summary>
    /// <value>The default value is 1,024 MiB and 5 minutes, and no code.</value>
    public FunctionSettings FunctionSettings { get; init; } = new();

    /// <summary>How often Lambda tries again after an error of the function made here, 0 to 2.</summary>
    /// <value>The default value is 2.</value>
    public int? FunctionRetryAttempts { get; init; }

    /// <summary>How old a run may grow in Lambda's queue before it is a dead letter, 60 seconds to 6 hours.</summary>
    /// <value>The default value is 1 hour.</value>
    public Duration? FunctionMaxEventAge { get; init; }

    /// <summary>Called with the props of the function right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<FunctionProps>? ConfigureFunction { get; init; }

    /// <summary>Called with the props of the EventBridge rule right before it is made, with <see cref="ScheduleEngine.Rule"/>.</summary>
    /// <value>The default value is none.</value>
    public Action<RuleProps>? ConfigureRule { get; init; }
}
