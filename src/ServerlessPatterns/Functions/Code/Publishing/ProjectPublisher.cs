using System.Collections.Concurrent;

namespace ServerlessPatterns;

/// <summary>Publishes projects, each once a process and architecture.</summary>
internal sealed class ProjectPublisher(DotnetHost host, TimeSpan? waitTime = null)
{
    private static readonly TimeSpan PublishTime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan WaitTime = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<(string Project, string RuntimeIdentifier), Lazy<PublishedProject>> published = new();
    private int publishes;

    /// <summary>The publisher of the app. It holds paths and names only, never objects of the CDK.</summary>
    public static ProjectPublisher Shared { get; } = new(DotnetHost.OfThisProcess);

    /// <summary>How often <c>dotnet publish</c> was started.</summary>
    public int Publishes => publishes;

    /// <exception cref="FunctionBuildException">The project could not be published, or cannot run on Lambda.</exception>
    public PublishedProject Publish(string projectFile, string runtimeIdentifier) => published
        .GetOrAdd((projectFile, runtimeIdentifier), _ => new Lazy<PublishedProject>(() => PublishNow(projectFile, runtimeIdentifier)))
        .Value;

    private PublishedProject PublishNow(string projectFile, string runtimeIdentifier)
    {
        var dotnet = host.Find() ?? throw PublishFailure.NoSdk(projectFile, "");
        var folder = new BuildFolder(projectFile, runtimeIdentifier);
        try
        {
            using var held = folder.Lock(waitTime ?? WaitTime) ?? throw PublishFailure.Locked(projectFile);
            return PublishLocked(dotnet, projectFile, folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw PublishFailure.BuildFolder(projectFile, exception);
        }
    }

    private PublishedProject PublishLocked(string dotnet, string projectFile, BuildFolder folder)
    {
        var readyToRun = !folder.ReadyToRunIsUnavailable;
        var run = Run(dotnet, projectFile, folder, readyToRun);
        if (run.ExitCode != 0 && readyToRun && BuildOutput.LacksReadyToRun(run.Lines))
        {
            readyToRun = false;
            run = Run(dotnet, projectFile, folder, readyToRun);
            if (run.ExitCode == 0)
            {
                folder.RememberNoReadyToRun();
            }
        }

        if (run.ExitCode != 0)
        {
            throw PublishFailure.Explain(projectFile, run, () => Properties(dotnet, projectFile, folder));
        }

        var properties = ProjectProperties.Read(folder.Result);
        if (PublishFailure.Unsuitable(projectFile, properties) is { } unsuitable)
        {
            throw unsuitable;
        }

        if (properties is null || !File.Exists(Path.Combine(folder.Publish, properties.AssemblyName + ".dll")))
        {
            throw PublishFailure.Nothing(projectFile, run);
        }

        var (directory, bytes) = folder.Keep();
        return bytes < LambdaLimits.UnzippedBytes
            ? new PublishedProject(directory, properties.AssemblyName, properties.TargetFramework, !readyToRun)
            : throw PublishFailure.TooLarge(projectFile, bytes);
    }

    private ChildProcess Run(string dotnet, string projectFile, BuildFolder folder, bool readyToRun)
    {
        folder.Clean();
        Interlocked.Increment(ref publishes);
        return ChildProcess.Run(PublishCommand.Publish(dotnet, projectFile, folder, readyToRun), PublishTime);
    }

    private static ProjectProperties? Properties(string dotnet, string projectFile, BuildFolder folder)
    {
        if (ProjectProperties.Read(folder.Result) is not { } properties)
        {
            ChildProcess.Run(PublishCommand.Evaluate(dotnet, projectFile, folder), PublishTime);
            properties = ProjectProperties.Read(folder.Result);
        }

        return properties;
    }
}
