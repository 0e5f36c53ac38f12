using System.Globalization;
using Amazon.CDK.AWS.ECS;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Checks the props of a task again after <c>ConfigureTaskDefinition</c> and <c>ConfigureContainer</c>.</summary>
internal static class TaskHookChecks
{
    private const string Fix = "Change the hook.";

    public static void ThrowIfBroken(Construct scope, TaskRequest request, TaskDefinitionProps before, TaskDefinitionProps after)
    {
        const string Hook = "ConfigureTaskDefinition";
        var checks = new Checks();
        if (Number(after.Cpu) is { } cpu && Number(after.MemoryMiB) is { } memory)
        {
            TaskChecks.CheckSize(checks, $"{Hook}.Cpu", $"{Hook}.MemoryMiB", new TaskSize(cpu, memory), request.OnEc2);
        }

        checks.WholeNumber(ErrorCodes.ContainerStorage, $"{Hook}.EphemeralStorageGiB", after.EphemeralStorageGiB, 21, 200, "GiB", Fix);
        Same(checks, $"{Hook}.Compatibility", before.Compatibility, after.Compatibility, Fix);
        Same(checks, $"{Hook}.NetworkMode", before.NetworkMode, after.NetworkMode, Fix);
        Same(checks, $"{Hook}.RuntimePlatform", before.RuntimePlatform?.CpuArchitecture, after.RuntimePlatform?.CpuArchitecture, "Set ContainerSettings.CpuArchitecture instead.");
        Same(checks, $"{Hook}.TaskRole", before.TaskRole, after.TaskRole, "Set ContainerSettings.TaskRole instead.");
        Same(checks, $"{Hook}.ExecutionRole", before.ExecutionRole, after.ExecutionRole, "Set ContainerSettings.ExecutionRole instead.");
        var kept = (after.Volumes ?? []).Select(volume => volume.Name).ToHashSet(StringComparer.Ordinal);
        checks.Require((before.Volumes ?? []).All(volume => kept.Contains(volume.Name)), ErrorCodes.ContainerHookBroke, $"{Hook}.Volumes", "fewer volumes", "the volumes of WritablePaths, and more", "Add to props.Volumes instead of replacing it.");
        checks.ThrowIfAny(nameof(PatternTask), scope);
    }

    public static void ThrowIfBroken(Construct scope, TaskRequest request, ContainerImage image, ContainerDefinitionOptions after)
    {
        const string Hook = "ConfigureContainer";
        var checks = new Checks();
        Same(checks, $"{Hook}.Image", image, after.Image, "Set the pattern's source instead: permissions and endpoints follow it.");
        Same(checks, $"{Hook}.ContainerName", TaskContainer.Name, after.ContainerName, Fix);
        checks.Require(after.Essential is not false, ErrorCodes.ContainerHookBroke, $"{Hook}.Essential", after.Essential, "true: a task without its one container would stay", Fix);
        checks.Seconds(ErrorCodes.ContainerStopTimeout, $"{Hook}.StopTimeout", after.StopTimeout, 2, 120, Fix);
        checks.Require(
            request.ContainerPort is not { } port || (after.PortMappings ?? []).Any(mapping => mapping.ContainerPort == port),
            ErrorCodes.ContainerHookBroke,
            $"{Hook}.PortMappings",
            "a mapping less",
            "the mapping of ContainerPort, and more",
            "Add to props.PortMappings instead of replacing it.");
        checks.Require(!request.EnableExecuteCommand || after.ReadonlyRootFilesystem is not true, ErrorCodes.ContainerReadOnlyExec, $"{Hook}.ReadonlyRootFilesystem", true, "false together with EnableExecuteCommand", Fix);
        CheckEnvironment(checks, request, after);
        checks.ThrowIfAny(nameof(PatternTask), scope);
    }

    private static void Same(Checks checks, string property, object? before, object? after, string fix) => checks.Require(
        Equals(before, after),
        ErrorCodes.ContainerHookBroke,
        property,
        "another value",
        "the value of the pattern, on which other resources depend",
        fix);

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static void CheckEnvironment(Checks checks, TaskRequest request, ContainerDefinitionOptions after)
    {
        const string Property = "ConfigureContainer.Environment";
        var variables = after.Environment ?? new Dictionary<string, string>();
        foreach (var (name, value) in request.Environment)
        {
            var kept = variables.TryGetValue(name, out var now) && now == value;
            checks.Require(kept, ErrorCodes.ContainerHookBroke, Property, $"a changed or missing {name}", "the variables that the pattern sets, unchanged", "Add to props.Environment instead of replacing it.");
        }

        foreach (var name in variables.Keys.Where(name => !request.Environment.ContainsKey(name)))
        {
            TaskChecks.CheckVariable(checks, Property, name, request);
        }
    }
}
