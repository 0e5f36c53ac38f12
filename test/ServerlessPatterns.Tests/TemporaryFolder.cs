namespace ServerlessPatterns.Tests;

/// <summary>A folder that goes when the test has ended.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("serverless patterns ").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
