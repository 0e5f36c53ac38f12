namespace ServerlessPatterns.Testing.Tests;

public sealed class SourceLocatorTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("/_/test/Project/ATests.cs", "test/Project/ATests.cs")]
    [InlineData("/_/test/Project/Folder/ATests.cs", "test/Project/Folder/ATests.cs")]
    [InlineData("/_1/shared/Shared.cs", "shared/Shared.cs")]
    [InlineData("C:\\else\\where\\test\\Project\\Folder\\ATests.cs", "test/Project/Folder/ATests.cs")]
    [InlineData("/_/test/Project/Gone.cs", null)]
    [InlineData("/_/Root.cs", null)]
    public void Find_MappedPath_IsFoundFromTheProject(string compiled, string? found)
    {
        folder.Write("test/Project/Project.csproj", "");
        folder.Write("test/Project/ATests.cs", "");
        folder.Write("test/Project/Folder/ATests.cs", "");
        folder.Write("shared/Shared.cs", "");
        folder.Write("Root.cs", "");
        string[] roots = [folder.File("test/Project/bin/Debug"), folder.File("test/Project/bin"), folder.File("test/Project"), folder.File("test"), folder.Path];

        var file = SourceLocator.Find(compiled, roots);

        file.ShouldBe(found is null ? null : folder.File(found));
    }

    [Fact]
    public void Find_FileThatIsNowhere_SaysWhatToDo() =>
        Should.Throw<InvalidOperationException>(() => SourceLocator.Find("/_/Nowhere.cs", typeof(SourceLocatorTests).Assembly))
            .Message.ShouldBe("The test's source file '/_/Nowhere.cs' is neither there nor in the project of "
                + "ServerlessPatterns.Testing.Tests: snapshots stand beside it. Run the tests in a folder of the sources they were built from.");

    [Fact]
    public void ProjectDirectory_ThisAssembly_IsWhereThisFileIs() =>
        File.Exists(Path.Combine(SourceLocator.ProjectDirectory(typeof(SourceLocatorTests).Assembly)!, "SourceLocatorTests.cs"))
            .ShouldBeTrue();
}
