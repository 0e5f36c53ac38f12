using System.Text.RegularExpressions;

namespace ServerlessPatterns;

/// <summary>The checks of a <see cref="ContainerSource"/> and of <see cref="ContainerSettings"/>, the same in every pattern.</summary>
internal static partial class TaskChecks
{
    /// <param name="checks">Where problems go.</param>
    /// <param name="request">What is to be made.</param>
    /// <param name="source">The name of the pattern's property for the source.</param>
    /// <param name="settings">The name of the pattern's property for the settings.</param>
    /// <param name="port">The name of the pattern's property for the port.</param>
    public static void Check(
        Checks checks, TaskRequest request, string source = "Source", string settings = "ContainerSettings", string port = "ContainerPort")
    {
        foreach (var problem in request.Source.Check())
        {
            checks.Add(problem.Code, source, problem.Value, problem.Allowed, problem.Fix);
        }

        CheckSize(checks, settings, request);
        CheckStorage(checks, settings, request);
        CheckVariables(checks, settings, request);
        CheckProcess(checks, settings, request);
        CheckHealth(checks, $"{settings}.HealthCheck", request.Settings);
        checks.WholeNumber(ErrorCodes.ContainerPort, port, request.ContainerPort, 1, 65535, string.Empty, "Give the port that the container listens on.");
    }

    public static void CheckSize(Checks checks, string property, TaskRequest request) =>
        CheckSize(checks, $"{property}.Cpu", $"{property}.MemoryLimitMiB", request.Size, request.OnEc2);

    public static void CheckSize(Checks checks, string cpu, string memory, TaskSize size, bool onEc2)
    {
        if (Tokens.IsUnresolved(size.Cpu) || Tokens.IsUnresolved(size.MemoryMiB))
        {
            return;
        }

        if (onEc2)
        {
            // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#task_size_ec2
            checks.WholeNumber(ErrorCodes.ContainerSize, cpu, size.Cpu, 128, 196_608, "CPU units", "A vCPU has 1,024 units.");
            checks.WholeNumber(ErrorCodes.ContainerSize, memory, size.MemoryMiB, 6, int.MaxValue, "MiB", "Give what one of the hosts can spare.");
            return;
        }

        checks.Require(
            FargateSizes.Has(size),
            ErrorCodes.ContainerSize,
            cpu,
            size.ToString(),
            $"a size that Fargate has, the nearest being {string.Join("; ", FargateSizes.Nearest(size))}",
            "Set Cpu and MemoryLimitMiB to one of them.");
    }

    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-storage.html
    private static void CheckStorage(Checks checks, string property, TaskRequest request)
    {
        var storage = request.Settings.EphemeralStorageGiB;
        if (request.OnEc2)
        {
            checks.Require(storage is null, ErrorCodes.ContainerStorage, $"{property}.EphemeralStorageGiB", storage, "nothing on EC2, where tasks use the disk of their host", "Give the hosts a larger disk.");
        }
        else
        {
            checks.WholeNumber(ErrorCodes.ContainerStorage, $"{property}.EphemeralStorageGiB", storage, 21, 200, "GiB", "Leave it out for 20 GiB, which cost nothing.");
        }
    }

    private static void CheckVariables(Checks checks, string property, TaskRequest request)
    {
        var variables = request.Settings.Environment?.Keys ?? [];
        var secrets = request.Settings.Secrets?.Keys ?? [];
        foreach (var (name, at) in variables.Select(name => (name, $"{property}.Environment")).Concat(secrets.Select(name => (name, $"{property}.Secrets"))))
        {
            CheckVariable(checks, at, name, request);
        }

        foreach (var name in secrets.Intersect(variables, StringComparer.Ordinal))
        {
            checks.Add(ErrorCodes.ContainerVariableTaken, $"{property}.Secrets", Checks.Quote(name), "names that Environment does not have too", "Leave it out in one of the two.");
        }
    }

    public static void CheckVariable(Checks checks, string property, string name, TaskRequest request)
    {
        checks.Require(
            VariableName().IsMatch(name) && !ReservedName().IsMatch(name),
            ErrorCodes.ContainerVariableName,
            property,
            Checks.Quote(name),
            "1 to 255 characters without = and white space, and none with which ECS tells a container where its credentials and metadata are",
            "Rename the variable.");
        checks.Require(
            !request.Environment.ContainsKey(name),
            ErrorCodes.ContainerVariableTaken,
            property,
            Checks.Quote(name),
            "names that the pattern does not set itself",
            "Rename the variable, or set the pattern's own property for it.");
    }

    private static void CheckProcess(Checks checks, string property, TaskRequest request)
    {
        var settings = request.Settings;

        // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html, stopTimeout
        checks.Seconds(ErrorCodes.ContainerStopTimeout, $"{property}.StopTimeout", settings.StopTimeout, 2, 120, "Have the container put unfinished work back when it gets SIGTERM.");
        foreach (var (list, name) in new[] { (settings.Command, "Command"), (settings.EntryPoint, "EntryPoint") })
        {
            checks.Require(list is null or { Count: > 0 }, ErrorCodes.ContainerCommand, $"{property}.{name}", "an empty list", "at least the program, or nothing for the image's own", $"Leave out {name}.");
        }

        checks.Require(settings.User is null || User().IsMatch(settings.User), ErrorCodes.ContainerCommand, $"{property}.User", Checks.Quote(settings.User ?? string.Empty), "user, uid, user:group or uid:gid", "Give \"1000:1000\", for instance.");
        foreach (var path in request.WritablePaths)
        {
            checks.Require(path.StartsWith('/') && path.Length > 1, ErrorCodes.ContainerWritablePath, $"{property}.WritablePaths", Checks.Quote(path), "absolute paths of folders below /", "Give \"/tmp\", for instance.");
        }

        checks.Require(request.WritablePaths.Distinct(StringComparer.Ordinal).Count() == request.WritablePaths.Count, ErrorCodes.ContainerWritablePath, $"{property}.WritablePaths", "a path twice", "paths that differ", "Leave out one of them.");

        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html: its agent writes to the root file system.
        checks.Require(!request.EnableExecuteCommand || !settings.ReadonlyRootFilesystem, ErrorCodes.ContainerReadOnlyExec, $"{property}.ReadonlyRootFilesystem", "a read-only root file system together with EnableExecuteCommand", "one of the two: the agent of ECS Exec writes to the root file system", "Leave out one of them.");
    }

    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html
    private static void CheckHealth(Checks checks, string property, ContainerSettings settings)
    {
        if (settings.HealthCheck is not { } check)
        {
            return;
        }

        const string Fix = "The default is 30, 5, 3 and 0.";
        checks.Require(check.Command is { Length: > 0 } command && command.All(part => part.Length > 0), ErrorCodes.ContainerHealthCheck, $"{property}.Command", "no command", "a command, with CMD or CMD-SHELL in front", "Give [\"CMD-SHELL\", \"curl -f http://localhost:8080/health || exit 1\"], for instance.");
        checks.Seconds(ErrorCodes.ContainerHealthCheck, $"{property}.Interval", check.Interval, 5, 300, Fix);
        checks.Seconds(ErrorCodes.ContainerHealthCheck, $"{property}.Timeout", check.Timeout, 2, 120, Fix);
        checks.WholeNumber(ErrorCodes.ContainerHealthCheck, $"{property}.Retries", check.Retries, 1, 10, "attempts", Fix);
        checks.Seconds(ErrorCodes.ContainerHealthCheck, $"{property}.StartPeriod", check.StartPeriod, 0, 300, Fix);
    }

    [GeneratedRegex(@"^[^=\s\0]{1,255}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex VariableName();

    [GeneratedRegex("^(AWS_CONTAINER_CREDENTIALS_RELATIVE_URI|AWS_CONTAINER_CREDENTIALS_FULL_URI|AWS_EXECUTION_ENV|ECS_CONTAINER_METADATA_URI(_V4)?|ECS_AGENT_URI)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ReservedName();

    [GeneratedRegex("^[a-z0-9_][a-z0-9_.-]*(:[a-z0-9_][a-z0-9_.-]*)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex User();
}
