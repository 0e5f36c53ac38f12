namespace ServerlessPatterns.Tests.Functions.Code;

public sealed class ProjectPublisherTests(TwoClones clones) : IClassFixture<TwoClones>
{
    [Fact]
    public void Publish_AnotherCloneFolderCommitAndCI_IsTheSameByByte()
    {
        Files(clones.SecondPublished).ShouldBe(Files(clones.FirstPublished));
        ContentHash.Of(clones.SecondPublished.Directory).ShouldBe(ContentHash.Of(clones.FirstPublished.Directory));
    }

    [Fact]
    public void Publish_Output_HasWhatLambdaNeedsAndNothingElse() => Files(clones.FirstPublished).Keys.ShouldBe(
        ["App.deps.json", "App.dll", "App.runtimeconfig.json", "Shared.dll", "Shared.pdb", "settings.json"],
        ignoreOrder: true);

    [Fact]
    public void Publish_X64_IsReadyToRun()
    {
        clones.FirstPublished.ReadyToRunUnavailable.ShouldBeFalse();
        foreach (var name in new[] { "App.dll", "Shared.dll" })
        {
            using var file = File.OpenRead(Path.Combine(clones.FirstPublished.Directory, name));
            using var assembly = PublishedAssembly.Read(file)!;
            assembly.IsReadyToRun.ShouldBeTrue(name);
        }
    }

    [Fact]
    public void Publish_Defaults_ReachTheRuntimeConfiguration() =>
        File.ReadAllText(Path.Combine(clones.FirstPublished.Directory, "App.runtimeconfig.json"))
            .ShouldContain("\"System.Runtime.TieredPGO\": false");

    [Fact]
    public void Publish_ProjectsOwnOutputs_StayAsTheyWere()
    {
        clones.First.OwnOutputs().ShouldBe(clones.OwnOutputsBefore);
        // Nor does its own build see ours.
        clones.First.BuildAsItsOwnerDoes();
    }

    [Fact]
    public void Publish_TwoFunctionsOfOneProject_PublishesOnce()
    {
        var again = clones.FirstPublisher.Publish(clones.First.Project, "linux-x64");

        again.ShouldBe(clones.FirstPublished);
        clones.FirstPublisher.Publishes.ShouldBe(1);
    }

    [Fact]
    public void Publish_Unchanged_DoesNotCompile()
    {
        var before = clones.First.LastCompilation();

        Publish(clones.First).ShouldBe(clones.FirstPublished);

        clones.First.LastCompilation().ShouldBe(before);
    }

    [Fact]
    public async Task Publish_TwoAtOnce_WaitForEachOther()
    {
        var both = await Task.WhenAll(Task.Run(() => Publish(clones.First)), Task.Run(() => Publish(clones.First)));

        both.ShouldAllBe(published => published == clones.FirstPublished);
    }

    [Fact]
    public void Publish_ReferencedProjectChanged_IsAnotherPackage()
    {
        var before = Publish(clones.Second);

        clones.Second.Replace("src/Shared lib/Paths.cs", "before ", "after ");

        Publish(clones.Second).Directory.ShouldNotBe(before.Directory);
    }

    [Fact]
    public void Publish_DirectoryBuildPropsChanged_IsAnotherPackage()
    {
        var before = Publish(clones.Second);

        clones.Second.Replace("Directory.Build.props", "Before", "After");

        Publish(clones.Second).Directory.ShouldNotBe(before.Directory);
    }

    [Fact]
    public void Publish_CommentChanged_IsTheSamePackage()
    {
        var before = Publish(clones.Second);

        clones.Second.Replace("src/App/Function.cs", "public class Function", "/// <summary>A comment.</summary>\npublic class Function");

        Publish(clones.Second).ShouldBe(before);
    }

    [Fact]
    public void Publish_ContentFileDeleted_IsNotInTheNextPackage()
    {
        clones.Second.Write("src/App/old.json", "{}");
        File.Exists(Path.Combine(Publish(clones.Second).Directory, "old.json")).ShouldBeTrue();

        clones.Second.Delete("src/App/old.json");

        File.Exists(Path.Combine(Publish(clones.Second).Directory, "old.json")).ShouldBeFalse();
    }

    private static PublishedProject Publish(SampleRepository repository) =>
        new ProjectPublisher(DotnetHost.OfThisProcess).Publish(repository.Project, "linux-x64");

    private static Dictionary<string, string> Files(PublishedProject published) => Directory
        .EnumerateFiles(published.Directory, "*", SearchOption.AllDirectories)
        .ToDictionary(
            file => Path.GetRelativePath(published.Directory, file),
            file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))),
            StringComparer.Ordinal);
}
