using YamlDotNet.RepresentationModel;

namespace Workflows.Tests;

/// <summary>A workflow of GitHub Actions.</summary>
internal sealed class Workflow
{
    public Workflow(string name, string text)
    {
        (Name, Text) = (name, text);
        Node = Yaml.Parse(text);
        Jobs = [.. ((YamlMappingNode)Node.Get("jobs")!).Children.Select(
            job => new WorkflowJob(this, ((YamlScalarNode)job.Key).Value!, (YamlMappingNode)job.Value))];
    }

    public static string Folder { get; } = Path.Combine(Repository.Root, ".github", "workflows");

    /// <summary>The workflow that repositories made with the templates have beside deploy.yml; the conditions of the template engine are comments in YAML.</summary>
    public const string OfTemplates = "../../templates/content/.github/workflows/ship.yml";

    public static Workflow Deploy => Load("deploy.yml");

    /// <summary>Where the workflow stands.</summary>
    public string Name { get; }

    public string Text { get; }

    public YamlMappingNode Node { get; }

    public IReadOnlyList<WorkflowJob> Jobs { get; }

    public IEnumerable<WorkflowStep> Steps => Jobs.SelectMany(job => job.Steps);

    /// <summary>What starts the workflow.</summary>
    public IEnumerable<string> Events => Node.Get("on") is YamlMappingNode events ? events.Keys() : Node.Get("on")!.Values();

    public string DefaultShell => Node.Get("defaults") is YamlMappingNode defaults
        && defaults.Get("run") is YamlMappingNode run ? run.Text("shell") ?? "default" : "default";

    /// <summary>The inputs that a caller or a person may give.</summary>
    public IEnumerable<string> Inputs => Triggers().SelectMany(
        trigger => trigger.Get("inputs") is YamlMappingNode inputs ? inputs.Keys() : []);

    /// <summary>Reads a file of <see cref="Folder"/>, or a workflow of docs/deploy.md.</summary>
    public static Workflow Load(string file) => new(file, DeployPage.Block(file) ?? File.ReadAllText(Path.Combine(Folder, file)));

    public WorkflowJob Job(string id) => Jobs.Single(job => job.Id == id);

    public YamlMappingNode Input(string name) => Triggers()
        .Select(trigger => trigger.Get("inputs")).OfType<YamlMappingNode>()
        .Select(inputs => inputs.Get(name)).OfType<YamlMappingNode>().Single();

    public override string ToString() => Name;

    private IEnumerable<YamlMappingNode> Triggers() => Node.Get("on") is YamlMappingNode events
        ? events.Children.Values.OfType<YamlMappingNode>()
        : [];
}
