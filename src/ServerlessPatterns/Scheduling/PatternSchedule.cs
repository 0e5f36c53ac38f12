using System.Globalization;
using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Scheduler;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace ServerlessPatterns;

/// <summary>A schedule of EventBridge Scheduler with its group and its role.</summary>
internal sealed record PatternSchedule(CfnScheduleGroup Group, Role Role, CfnSchedule Schedule)
{
    public static PatternSchedule Define(
        Construct pattern, string name, ScheduledProps props, ScheduleTarget target, Queue deadLetters)
    {
        // Scheduler's metrics know groups, not schedules, so each pattern has a group of its own.
        // https://docs.aws.amazon.com/scheduler/latest/UserGuide/monitoring-cloudwatch.html
        var group = new CfnScheduleGroup(pattern, "ScheduleGroup", new CfnScheduleGroupProps
        {
            Name = GroupName(pattern),
        });
        var role = ScheduleRole.Define(pattern, group, target, deadLetters, props.EncryptionKey);
        var scheduleProps = Props(props, group, role, target, deadLetters);
        if (props.ConfigureSchedule is { } configure)
        {
            configure(scheduleProps);
            ScheduleHookChecks.ThrowIfBroken(pattern, name, Props(props, group, role, target, deadLetters), scheduleProps);
        }

        var schedule = new CfnSchedule(pattern, "Schedule", scheduleProps);

        // Scheduler refuses a schedule whose role may not yet do what it is for.
        schedule.Node.AddDependency(role.Node.FindChild("DefaultPolicy"));
        if (props.EncryptionKey is { } key)
        {
            // CfnScheduleProps.KmsKeyArn has another type in newer CDK versions.
            schedule.AddPropertyOverride("KmsKeyArn", key.KeyArn);
        }

        return new PatternSchedule(group, role, schedule);
    }

    /// <summary>The name of the pattern's group: of the path, as the CDK itself names groups, and so the same each time.</summary>
    public static string GroupName(Construct pattern) => Names.UniqueResourceName(
        pattern, new UniqueResourceNameOptions { MaxLength = 64, Separator = "-", AllowedSpecialCharacters = "-_." });

    private static CfnScheduleProps Props(ScheduledProps props, CfnScheduleGroup group, Role role, ScheduleTarget target, Queue deadLetters) => new()
    {
        GroupName = group.Ref,
        ScheduleExpression = props.Schedule.ToString(),
        ScheduleExpressionTimezone = props.TimeZone,
        StartDate = Text(props.StartDate),
        EndDate = Text(props.EndDate),
        State = props.Enabled ? "ENABLED" : "DISABLED",
        FlexibleTimeWindow = new CfnSchedule.FlexibleTimeWindowProperty
        {
            Mode = props.FlexibleTimeWindow is null ? "OFF" : "FLEXIBLE",
            MaximumWindowInMinutes = props.FlexibleTimeWindow?.ToMinutes(),
        },
        Target = new CfnSchedule.TargetProperty
        {
            Arn = target.Arn,
            RoleArn = role.RoleArn,
            Input = target.Input,
            EcsParameters = target.Ecs?.Invoke(),
            DeadLetterConfig = new CfnSchedule.DeadLetterConfigProperty { Arn = deadLetters.QueueArn },
            RetryPolicy = new CfnSchedule.RetryPolicyProperty
            {
                MaximumRetryAttempts = props.ScheduleRetryAttempts,
                MaximumEventAgeInSeconds = (props.ScheduleMaxEventAge ?? ScheduledProps.DefaultMaxEventAge).ToSeconds(),
            },
        },
    };

    private static string? Text(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
