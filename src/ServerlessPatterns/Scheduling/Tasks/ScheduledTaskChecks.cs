using Constructs;

namespace ServerlessPatterns;

/// <summary>The checks of <see cref="ScheduledFargateTaskProps"/>.</summary>
internal static class ScheduledTaskChecks
{
    public static void ThrowIfInvalid(Construct scope, string id, ScheduledFargateTaskProps props)
    {
        var checks = new Checks();
        ScheduleChecks.Check(checks, props);
        var network = ScheduledTaskRequest.Network(props);
        TaskChecks.Check(checks, network.Task);
        NetworkChecks.Check(checks, network);
        CheckRuns(checks, props, network.Task);
        checks.ThrowIfAny(nameof(ScheduledFargateTask), scope, id);
    }

    // https://docs.aws.amazon.com/scheduler/latest/APIReference/API_EcsParameters.html
    private static void CheckRuns(Checks checks, ScheduledFargateTaskProps props, TaskRequest task)
    {
        checks.WholeNumber(ErrorCodes.ScheduledTaskCount, nameof(props.TaskCount), props.TaskCount, 1, 10, "tasks", "RunTask starts no more at a time; have the container itself do more in parallel.");
        checks.Defined(ErrorCodes.ScheduledTaskPlatform, nameof(props.PlatformVersion), props.PlatformVersion, "Use LATEST.");
        checks.Require(
            props.SecurityGroups is null or { Count: >= 1 and <= 5 },
            ErrorCodes.ScheduledTaskSecurityGroups,
            nameof(props.SecurityGroups),
            $"{props.SecurityGroups?.Count} security groups",
            "1 to 5 security groups",
            "Leave it out for a group of its own.");
        foreach (var name in props.RunEnvironment?.Keys ?? [])
        {
            TaskChecks.CheckVariable(checks, nameof(props.RunEnvironment), name, task);
        }

        var overrides = ScheduledTaskRequest.Overrides(props)?.Length ?? 0;
        checks.Require(
            overrides <= ScheduledTaskRequest.MostOverrideCharacters,
            ErrorCodes.ScheduledTaskOverrides,
            nameof(props.RunEnvironment),
            $"{overrides} characters as the overrides of a run",
            $"{ScheduledTaskRequest.MostOverrideCharacters} characters",
            "Keep what is the same in every run in ContainerSettings.Environment, and large values in an object.");
    }
}
