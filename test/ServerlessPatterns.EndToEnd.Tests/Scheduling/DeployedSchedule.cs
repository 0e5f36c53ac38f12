using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>
/// A schedule of a deployed stack. moto's CloudFormation makes nothing of EventBridge Scheduler, so what stands here is
/// the template that was deployed, with its references resolved to what the emulator made of the rest.
/// </summary>
internal sealed class DeployedSchedule
{
    private readonly DeployedStack stack;

    public DeployedSchedule(DeployedStack stack)
    {
        this.stack = stack;
        Properties = Only("AWS::Scheduler::Schedule")["Properties"]!;
        GroupName = Only("AWS::Scheduler::ScheduleGroup")["Properties"]!["Name"]!.GetValue<string>();
    }

    public JsonNode Properties { get; }

    public JsonNode Target => Properties["Target"]!;

    public string GroupName { get; }

    /// <summary>What Scheduler would call the target with at a time, with its placeholders filled in.</summary>
    public JsonNode InputAt(DateTimeOffset time) => JsonNode.Parse(Target["Input"]!.GetValue<string>()
        .Replace("<aws.scheduler.scheduled-time>", time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal))!;

    /// <summary>The name that the emulator gave to what an <c>Fn::GetAtt</c> or a <c>Ref</c> of the template names.</summary>
    public string PhysicalId(JsonNode? reference)
    {
        var id = reference!["Ref"]?.GetValue<string>() ?? reference["Fn::GetAtt"]![0]!.GetValue<string>();
        return stack.Resources.Single(resource => resource.LogicalId == id).PhysicalId;
    }

    private JsonNode Only(string type) => stack.Template.Single(resource => resource.Value!["Type"]!.GetValue<string>() == type).Value!;
}
