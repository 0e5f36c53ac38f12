using YamlDotNet.RepresentationModel;

namespace Workflows.Tests;

/// <summary>A job of a workflow.</summary>
internal sealed class WorkflowJob
{
    public WorkflowJob(Workflow workflow, string id, YamlMappingNode node)
    {
        (Workflow, Id, Node) = (workflow, id, node);
        Steps = node.Get("steps") is YamlSequenceNode steps
            ? [.. steps.Select(step => new WorkflowStep(this, (YamlMappingNode)step))]
            : [];
    }

    public Workflow Workflow { get; }

    public string Id { get; }

    public YamlMappingNode Node { get; }

    public IReadOnlyList<WorkflowStep> Steps { get; }

    /// <summary>The reusable workflow that the job calls, or null.</summary>
    public string? Calls => Node.Text("uses");

    public Dictionary<string, string> Permissions => Node.Scalars("permissions");

    public IReadOnlyList<string> Needs => Node.Get("needs")?.Values().ToList() ?? [];

    public WorkflowStep Step(string name) => Steps.Single(step => step.Name == name);

    public override string ToString() => $"{Workflow.Name} {Id}";
}
