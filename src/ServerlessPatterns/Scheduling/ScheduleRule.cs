using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;

namespace ServerlessPatterns;

/// <summary>Makes the EventBridge rule that takes the place of a schedule.</summary>
internal static class ScheduleRule
{
    public static Rule Define(ScheduledFunction pattern, ScheduledFunctionProps props)
    {
        var ruleProps = new RuleProps { Description = "Runs a function on a schedule", Enabled = props.Enabled };
        props.ConfigureRule?.Invoke(ruleProps);
        ScheduleHookChecks.ThrowIfBroken(pattern, nameof(ScheduledFunction), ruleProps);
        ruleProps.Schedule = Schedule.Expression(props.Schedule.ToString());

        var rule = new Rule(pattern, "Rule", ruleProps);
        rule.AddTarget(new LambdaFunction(pattern.Function.Invoked, new LambdaFunctionProps
        {
            DeadLetterQueue = pattern.ScheduleDeadLetterQueue,
            RetryAttempts = props.ScheduleRetryAttempts,
            MaxEventAge = props.ScheduleMaxEventAge ?? ScheduledProps.DefaultMaxEventAge,
        }));
        if (ScheduleInput.Write(props.Input) is { } input)
        {
            // RuleTargetInput would write the text as a string of its own.
            ((CfnRule)rule.Node.DefaultChild!).AddPropertyOverride("Targets.0.Input", input);
        }

        FunctionInvocation.AllowRule(pattern, pattern.Function, rule);
        if (props.EncryptionKey is { } key)
        {
            KeyStatements.AllowEvents(pattern, key);
        }

        return rule;
    }
}
