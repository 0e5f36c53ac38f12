namespace Workflows.Tests;

/// <summary>Each workflow of the repository, for theories.</summary>
internal static class AllWorkflows
{
    public static TheoryData<string> Names { get; } =
    [
        .. Directory.EnumerateFiles(Workflow.Folder, "*.yml").Select(path => Path.GetFileName(path)), Workflow.OfTemplates,
        .. DeployPage.Workflows,
    ];
}
