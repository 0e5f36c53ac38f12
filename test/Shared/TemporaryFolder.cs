namespace ServerlessPatterns.Tests.Shared;

/// <summary>A folder that goes with the test run.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("serverless-patterns-").FullName;

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // Windows keeps a file that a child process has not let go of yet.
        }
    }
}
