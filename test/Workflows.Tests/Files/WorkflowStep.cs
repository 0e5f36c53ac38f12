using YamlDotNet.RepresentationModel;

namespace Workflows.Tests;

/// <summary>A step of a job.</summary>
internal sealed class WorkflowStep(WorkflowJob job, YamlMappingNode node)
{
    public YamlMappingNode Node => node;

    public string Name => node.Text("name") ?? node.Text("uses") ?? node.Text("run")!;

    /// <summary>The action with its version, or null.</summary>
    public string? Uses => node.Text("uses");

    /// <summary>The action without its version, or null.</summary>
    public string? Action => Uses?.Split('@')[0];

    public string? Run => node.Text("run");

    public string Shell => node.Text("shell") ?? job.Workflow.DefaultShell;

    public Dictionary<string, string> With => node.Scalars("with");

    /// <summary>The environment that the step names itself.</summary>
    public Dictionary<string, string> OwnEnvironment => node.Scalars("env");

    /// <summary>The environment of the workflow, the job and the step.</summary>
    public Dictionary<string, string> Environment
    {
        get
        {
            var all = job.Workflow.Node.Scalars("env");
            foreach (var (name, value) in job.Node.Scalars("env").Concat(OwnEnvironment))
            {
                all[name] = value;
            }

            return all;
        }
    }

    public override string ToString() => $"{job}: {Name}";
}
