namespace Examples.Tests.ContainerApp;

/// <summary>The app as the Dockerfile publishes it, once for all tests.</summary>
public sealed class PublishedApp : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    internal static string Source { get; } = Path.Combine(Repository.Root, "examples", "ContainerApp");

    internal string Folder => Path.Combine(folder.Path, "app");

    public async ValueTask InitializeAsync()
    {
        // Folders of its own: the build of the solution may be writing into those of the project.
        var start = ChildProcess.Describe(
            Tool.Dotnet,
            ["publish", Source, "--configuration", "Release", "--output", Folder, "--artifacts-path", Path.Combine(folder.Path, "artifacts"), "-p:UseAppHost=false", "-nodeReuse:false"],
            new Dictionary<string, string>(StringComparer.Ordinal));
        await ChildProcess.RunAsync(start, TimeSpan.FromMinutes(3));
        if (!OperatingSystem.IsWindows())
        {
            // Whoever the app runs as may read it, as in the image.
            File.SetUnixFileMode(folder.Path, (UnixFileMode)0b111_101_101);
        }
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
