using System.Text.Json.Nodes;

namespace ServerlessPatterns.Testing.Tests;

public sealed class SnapshotFileTests : IDisposable
{
    private static readonly SnapshotSettings Comparing = new(Update: false, ContinuousIntegration: true);
    private static readonly SnapshotSettings Accepting = new(Update: true, ContinuousIntegration: false);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Verify_Accepting_WritesTextThatPasses()
    {
        var file = folder.File("A.B.verified.json");

        SnapshotFile.Verify(Template("ü"), "It", file, Accepting);

        File.ReadAllBytes(file).ShouldBe("{\n  \"Description\": \"ü\"\n}\n"u8.ToArray());
        SnapshotFile.Verify(Template("ü"), "It", file, Comparing);
    }

    [Fact]
    public void Verify_AcceptingTheSame_LeavesTheFileAlone()
    {
        var file = folder.Write("A.B.verified.json", "{\n  \"Description\": \"a\"\n}\n");
        var written = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(file, written);

        SnapshotFile.Verify(Template("a"), "It", file, Accepting);

        File.GetLastWriteTimeUtc(file).ShouldBe(written);
    }

    [Fact]
    public void Verify_AcceptingTwoTemplatesAsOne_AsksForNames()
    {
        var file = folder.File("A.B.verified.json");
        SnapshotFile.Verify(Template("a"), "It", file, Accepting);

        Should.Throw<InvalidOperationException>(() => SnapshotFile.Verify(Template("b"), "It", file, Accepting))
            .Message.ShouldBe("Two templates of one test differ and share the snapshot A.B.verified.json: give each a name.");
    }

    [Fact]
    public void Verify_SnapshotCheckedOutWithCrLfAndByteOrderMark_Passes() => SnapshotFile.Verify(
        Template("a"), "It", folder.Write("A.B.verified.json", "\ufeff{\r\n  \"Description\": \"a\"\r\n}\r\n"), Comparing);

    [Fact]
    public void Verify_SnapshotWithConflictMarkers_SaysThatItIsUnreadable()
    {
        var file = folder.Write("A.B.verified.json", "<<<<<<< HEAD\n{}\n");

        var exception = Should.Throw<SnapshotMismatchException>(() => SnapshotFile.Verify(Template("a"), "It", file, Comparing));

        exception.Message.ShouldStartWith("It cannot be compared: its snapshot A.B.verified.json is no JSON object");
        exception.InnerException.ShouldNotBeNull();
    }

    [Fact]
    public void Verify_Difference_IsInTheException()
    {
        var file = folder.Write("A.B.verified.json", "{ \"Description\": \"a\" }");

        var difference = Should.Throw<SnapshotMismatchException>(() => SnapshotFile.Verify(Template("b"), "It", file, Comparing))
            .Differences.ShouldHaveSingleItem();

        difference.Kind.ShouldBe(TemplateDifferenceKind.Changed);
        difference.Section.ShouldBe("Description");
        difference.Name.ShouldBeEmpty();
        difference.NewName.ShouldBeNull();
        difference.ResourceType.ShouldBeNull();
        difference.Details.ShouldBe(["\"a\" -> \"b\""]);
        difference.ToString().ShouldBe("changed  Description\n           \"a\" -> \"b\"");
    }

    [Theory]
    [InlineData("Member", null, "Tests.Member.verified.json")]
    [InlineData(".ctor", null, "Tests.ctor.verified.json")]
    [InlineData("Member", "eu-west-1", "Tests.Member.eu-west-1.verified.json")]
    public void PathFor_Test_NamesTheFileBesideItsSource(string member, string? name, string file) =>
        SnapshotFile.PathFor(folder.File("Tests.cs"), member, name).ShouldBe(folder.File(file));

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a b")]
    public void PathFor_NameThatIsNoFileName_Throws(string name) =>
        Should.Throw<ArgumentException>(() => SnapshotFile.PathFor("Tests.cs", "Member", name)).Message.ShouldStartWith(
            $"The name of a snapshot becomes part of a file name: '{name}' is not made of letters, digits, '-', '_' and '.'.");

    private static JsonObject Template(string description) => new() { ["Description"] = description };
}
