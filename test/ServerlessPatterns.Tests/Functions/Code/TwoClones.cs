namespace ServerlessPatterns.Tests.Functions.Code;

/// <summary>The sample published once in each of two clones, which differ in place, commit, remote and environment.</summary>
public sealed class TwoClones : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public TwoClones()
    {
        First = new SampleRepository(Path.Combine(Directory.CreateDirectory(Path.Combine(folder.Path, "one")).FullName), "first");
        First.BuildAsItsOwnerDoes();
        OwnOutputsBefore = First.OwnOutputs();
        FirstPublisher = new ProjectPublisher(DotnetHost.OfThisProcess);
        FirstPublished = FirstPublisher.Publish(First.Project, "linux-x64");

        var elsewhere = Directory.CreateDirectory(Path.Combine(folder.Path, "zwei é, =x", "deeper"));
        Second = new SampleRepository(elsewhere.FullName, "second");
        using var ci = new EnvironmentVariable("CI", "true");
        using var version = new EnvironmentVariable("VERSION", "7.7.7");
        SecondPublished = new ProjectPublisher(DotnetHost.OfThisProcess).Publish(Second.Project, "linux-x64");
    }

    internal SampleRepository First { get; }

    internal IReadOnlyList<string> OwnOutputsBefore { get; }

    internal ProjectPublisher FirstPublisher { get; }

    internal PublishedProject FirstPublished { get; }

    internal SampleRepository Second { get; }

    internal PublishedProject SecondPublished { get; }

    public void Dispose() => folder.Dispose();
}
