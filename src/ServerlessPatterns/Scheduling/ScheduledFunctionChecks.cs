using Constructs;

namespace ServerlessPatterns;

/// <summary>The checks of <see cref="ScheduledFunctionProps"/>.</summary>
internal static class ScheduledFunctionChecks
{
    public static void ThrowIfInvalid(Construct scope, string id, ScheduledFunctionProps props)
    {
        var checks = new Checks();
        ScheduleChecks.Check(checks, props);
        CheckEngine(checks, props);
        ScheduleInput.Check(checks, props);
        CheckFunction(checks, props);
        checks.ThrowIfAny(nameof(ScheduledFunction), scope, id);
    }

    private static void CheckEngine(Checks checks, ScheduledFunctionProps props)
    {
        checks.Defined(ErrorCodes.ScheduleEngineUnknown, nameof(props.Engine), props.Engine, "Use one of the named values.");
        if (props.Engine != ScheduleEngine.Rule)
        {
            NotBoth(checks, nameof(props.ConfigureRule), props.ConfigureRule, "an engine that makes no rule");
            return;
        }

        NotBoth(checks, nameof(props.ConfigureSchedule), props.ConfigureSchedule, "an engine that makes no schedule but a rule");
        void Unable(bool asked, string property, object? value, string why) => checks.Require(
            !asked, ErrorCodes.ScheduleEngineUnable, property, value, $"nothing with {nameof(ScheduleEngine)}.{nameof(ScheduleEngine.Rule)}: {why}", "Leave it out, or leave out Engine.");

        Unable(props.TimeZone != "UTC", nameof(props.TimeZone), Checks.Quote(props.TimeZone), "rules are read in UTC");
        Unable(props.StartDate is not null, nameof(props.StartDate), props.StartDate, "a rule runs from when it is deployed");
        Unable(props.EndDate is not null, nameof(props.EndDate), props.EndDate, "a rule runs until it is deleted");
        Unable(props.FlexibleTimeWindow is not null, nameof(props.FlexibleTimeWindow), "a window", "a rule runs on time");
        Unable(props.Schedule.Interval is null && ScheduleChecks.IsOneTime(props.Schedule.ToString()), nameof(props.Schedule), "a schedule that runs once", "a rule runs again and again");
    }

    private static void CheckFunction(Checks checks, ScheduledFunctionProps props)
    {
        if (props.Function is not null)
        {
            NotBoth(checks, nameof(props.FunctionRetryAttempts), props.FunctionRetryAttempts, nameof(props.Function));
            NotBoth(checks, nameof(props.FunctionMaxEventAge), props.FunctionMaxEventAge, nameof(props.Function));
        }

        checks.WholeNumber(ErrorCodes.FunctionRetry, nameof(props.FunctionRetryAttempts), props.FunctionRetryAttempts, 0, 2, "attempts", "Lambda allows no more.");
        checks.Seconds(ErrorCodes.FunctionEventAge, nameof(props.FunctionMaxEventAge), props.FunctionMaxEventAge, 60, 21600, "Lambda keeps events for six hours at most.");
        FunctionChecks.Check(checks, nameof(props.FunctionSettings), ScheduledFunctionRequest.Of(props), props.Monitoring);
    }

    private static void NotBoth(Checks checks, string setting, object? value, string other) => checks.Require(
        value is null,
        ErrorCodes.ScheduleGivenAndSet,
        setting,
        $"a setting beside {other}",
        "one of the two: what is not made here cannot be set here",
        $"Leave out {setting}.");
}
