using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Scheduler;

namespace ServerlessPatterns;

/// <summary>What a schedule starts.</summary>
internal sealed record ScheduleTarget
{
    public required string Arn { get; init; }

    /// <summary>What the role of the schedule needs to start it.</summary>
    public required IReadOnlyList<PolicyStatement> Permissions { get; init; }

    public string? Input { get; init; }

    /// <summary>The parameters of a task, new each time: what a hook changes in one is compared with another.</summary>
    public Func<CfnSchedule.EcsParametersProperty>? Ecs { get; init; }
}
