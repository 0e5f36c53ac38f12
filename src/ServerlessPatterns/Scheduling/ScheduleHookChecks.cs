using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Scheduler;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Checks props again after the hooks of a pattern with a schedule.</summary>
internal static class ScheduleHookChecks
{
    public static void ThrowIfBroken(Construct pattern, string name, CfnScheduleProps before, CfnScheduleProps after)
    {
        const string Hook = nameof(ScheduledProps.ConfigureSchedule);
        var checks = new Checks();
        ScheduleChecks.CheckExpression(checks, $"{Hook}.{nameof(after.ScheduleExpression)}", after.ScheduleExpression);
        TimeZones.Check(checks, $"{Hook}.{nameof(after.ScheduleExpressionTimezone)}", after.ScheduleExpressionTimezone ?? string.Empty);
        Same(checks, $"{Hook}.{nameof(after.GroupName)}", before.GroupName, after.GroupName);
        CheckTarget(checks, $"{Hook}.{nameof(after.Target)}", before.Target, after.Target);
        CheckTimes(checks, Hook, after);
        checks.ThrowIfAny(name, pattern);
    }

    public static void ThrowIfBroken(Construct pattern, string name, RuleProps rule)
    {
        const string Hook = nameof(ScheduledFunctionProps.ConfigureRule);
        var checks = new Checks();
        Unset(checks, $"{Hook}.{nameof(rule.Schedule)}", rule.Schedule, $"Set {nameof(ScheduledProps.Schedule)} instead.");
        Unset(checks, $"{Hook}.{nameof(rule.EventPattern)}", rule.EventPattern, "Make a rule of your own for events.");
        Unset(checks, $"{Hook}.EventBus", LateBound.Read(rule, "EventBus"), "Leave it out: schedules exist on the default bus only.");
        checks.ThrowIfAny(name, pattern);
    }

    // The role and its permissions, the queue and the alarms are made for this target; its input is the hook's to change.
    private static void CheckTarget(Checks checks, string property, object before, object? after)
    {
        var (was, now) = ((CfnSchedule.TargetProperty)before, after as CfnSchedule.TargetProperty);
        Same(checks, $"{property}.{nameof(was.Arn)}", was.Arn, now?.Arn);
        Same(checks, $"{property}.{nameof(was.RoleArn)}", was.RoleArn, now?.RoleArn);
        Same(checks, $"{property}.{nameof(was.DeadLetterConfig)}", Queue(was), now is null ? null : Queue(now));
        if (was.EcsParameters is CfnSchedule.EcsParametersProperty task)
        {
            CheckTask(checks, $"{property}.{nameof(was.EcsParameters)}", task, now?.EcsParameters as CfnSchedule.EcsParametersProperty);
        }
    }

    private static void CheckTimes(Checks checks, string hook, CfnScheduleProps after)
    {
        if (after.FlexibleTimeWindow is CfnSchedule.FlexibleTimeWindowProperty window)
        {
            checks.WholeNumber(ErrorCodes.ScheduleWindow, $"{hook}.{nameof(after.FlexibleTimeWindow)}.{nameof(window.MaximumWindowInMinutes)}", window.MaximumWindowInMinutes, 1, 1440, "minutes", "Change the hook.");
        }

        if ((after.Target as CfnSchedule.TargetProperty)?.RetryPolicy is CfnSchedule.RetryPolicyProperty retry)
        {
            var at = $"{hook}.{nameof(after.Target)}.RetryPolicy";
            checks.WholeNumber(ErrorCodes.ScheduleRetry, $"{at}.{nameof(retry.MaximumRetryAttempts)}", retry.MaximumRetryAttempts, 0, 185, "attempts", "EventBridge allows no more.");
            checks.WholeNumber(ErrorCodes.ScheduleEventAge, $"{at}.{nameof(retry.MaximumEventAgeInSeconds)}", retry.MaximumEventAgeInSeconds, 60, 86400, "seconds", "EventBridge tries for a day at most.");
        }
    }

    private static void CheckTask(Checks checks, string property, CfnSchedule.EcsParametersProperty was, CfnSchedule.EcsParametersProperty? now)
    {
        if (now is null)
        {
            checks.Add(ErrorCodes.ScheduleHookBroke, property, "another value", "the parameters of the task", "Change their members.");
            return;
        }

        Same(checks, $"{property}.{nameof(was.TaskDefinitionArn)}", was.TaskDefinitionArn, now.TaskDefinitionArn);
        Same(checks, $"{property}.{nameof(was.Group)}", was.Group, now.Group);
        checks.WholeNumber(ErrorCodes.ScheduledTaskCount, $"{property}.{nameof(was.TaskCount)}", now.TaskCount, 1, 10, "tasks", "RunTask starts no more at a time.");
    }

    private static string? Queue(CfnSchedule.TargetProperty target) => (target.DeadLetterConfig as CfnSchedule.DeadLetterConfigProperty)?.Arn;

    private static void Same(Checks checks, string property, string? before, string? after) => checks.Require(
        before == after,
        ErrorCodes.ScheduleHookBroke,
        property,
        "another value",
        "the pattern's own: permissions, queue and alarms are made for it",
        "Leave it as it is.");

    private static void Unset(Checks checks, string property, object? value, string fix) => checks.Require(
        value is null, ErrorCodes.ScheduleHookBroke, property, "a value", "nothing: the pattern's schedule is the rule", fix);
}
