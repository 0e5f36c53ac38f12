using System.Text.Json.Serialization;

namespace ServerlessPatterns.Events;

/// <summary>What a schedule tells its target when its input is <see cref="Input"/>.</summary>
/// <remarks>https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html</remarks>
public sealed record ScheduledInvocation
{
    /// <summary>The input of a schedule that EventBridge Scheduler turns into this record.</summary>
    public const string Input =
        """{"scheduleArn":"<aws.scheduler.schedule-arn>","scheduledTime":"<aws.scheduler.scheduled-time>","executionId":"<aws.scheduler.execution-id>","attemptNumber":"<aws.scheduler.attempt-number>"}""";

    /// <summary>
    /// The time that the schedule names. It is the same in every attempt and, with a flexible window, whenever in it the
    /// target is called: what a run makes should have its name from here, not from the clock.
    /// </summary>
    public required DateTimeOffset ScheduledTime { get; init; }

    /// <summary>The ARN of the schedule.</summary>
    public string? ScheduleArn { get; init; }

    /// <summary>The id of this attempt.</summary>
    public string? ExecutionId { get; init; }

    /// <summary>The number of this attempt, from 1.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public int AttemptNumber { get; init; }
}
