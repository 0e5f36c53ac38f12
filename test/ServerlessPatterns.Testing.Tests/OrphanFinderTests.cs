namespace ServerlessPatterns.Testing.Tests;

public sealed class OrphanFinderTests : IDisposable
{
    private static readonly Type[] Types = [typeof(OwnerTests), typeof(DerivedTests), typeof(OrphanFinderTests)];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("OwnerTests.cs", "OwnerTests.Test")]
    [InlineData("Deep/er/OwnerTests.cs", "Deep/er/OwnerTests.Test")]
    [InlineData("OwnerTests.cs", "OwnerTests.Test.variant-1.x")]
    [InlineData("OwnerTests.Part.cs", "OwnerTests.Part.Test")]
    [InlineData("OwnerTests.cs", "OwnerTests.ctor")]
    [InlineData("OwnerTests.fs", "OwnerTests.PrivateHelper")]
    [InlineData("DerivedTests.cs", "DerivedTests.Test")]
    [InlineData("ManyClasses.cs", "ManyClasses.Test")]
    [InlineData("Other/Other.csproj", "Other/OwnerTests.Gone")]
    [InlineData("OwnerTests.cs", "bin/OwnerTests.Gone")]
    public void Find_SnapshotWithOwner_IsLeftOut(string source, string snapshot)
    {
        folder.Write(source, "");
        folder.Write($"{snapshot}.verified.json", "{}");

        OrphanFinder.Find(Types, folder.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("OwnerTests.cs", "OwnerTests.Gone")]
    [InlineData("OwnerTests.cs", "OwnerTests.Gone.Test")]
    [InlineData("OwnerTests.cs", "OwnerTests")]
    [InlineData("OwnerTests.cs", "Moved/OwnerTests.Test")]
    [InlineData("RenamedTests.cs", "OwnerTests.Test")]
    public void Find_SnapshotWithoutOwner_IsFound(string source, string snapshot)
    {
        folder.Write(source, "");
        var file = folder.Write($"{snapshot}.verified.json", "{}");

        OrphanFinder.Find(Types, folder.Path).ShouldBe([file]);
    }

    [Fact]
    public void VerifyNoOrphans_Orphans_AreNamed()
    {
        var file = folder.Write("Sub/Gone.Test.verified.json", "{}");

        var exception = Should.Throw<OrphanedSnapshotException>(() =>
            TemplateSnapshot.VerifyNoOrphans(typeof(OrphanFinderTests).Assembly, folder.Path));

        exception.Files.ShouldBe([file]);
        exception.Message.ShouldBe($"""
            Snapshots that belong to no test in ServerlessPatterns.Testing.Tests: delete them, or give the test its name back.
              {Path.Combine("Sub", "Gone.Test.verified.json")}
            """);
    }

    private class OwnerTests
    {
        public void Test() => PrivateHelper();

        private static void PrivateHelper()
        {
        }
    }

    private abstract class DerivedTests : OwnerTests;
}
