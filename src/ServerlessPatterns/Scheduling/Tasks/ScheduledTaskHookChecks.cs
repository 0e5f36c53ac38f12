using Amazon.CDK.AWS.Events;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Checks props again after the hooks of a <see cref="ScheduledFargateTask"/>.</summary>
internal static class ScheduledTaskHookChecks
{
    public static void ThrowIfBroken(Construct pattern, RuleProps rule)
    {
        const string Hook = nameof(ScheduledFargateTaskProps.ConfigureFailureRule);
        var checks = new Checks();
        Unset(checks, $"{Hook}.{nameof(rule.EventPattern)}", rule.EventPattern, "nothing: the pattern's own finds its tasks", "Make a rule of your own for other events.");
        Unset(checks, $"{Hook}.{nameof(rule.Schedule)}", rule.Schedule, "nothing: the rule is about events", "Set Schedule instead.");
        Unset(checks, $"{Hook}.{nameof(rule.Targets)}", rule.Targets, "nothing: the pattern sets the queue", "Make a rule of your own, or read FailedTaskQueue.");
        Unset(checks, $"{Hook}.EventBus", LateBound.Read(rule, "EventBus"), "nothing: ECS sends its events to the default bus only", "Leave it out.");
        checks.ThrowIfAny(nameof(ScheduledFargateTask), pattern);
    }

    private static void Unset(Checks checks, string property, object? value, string allowed, string fix) =>
        checks.Require(value is null, ErrorCodes.ScheduledTaskHookBroke, property, "a value", allowed, fix);
}
