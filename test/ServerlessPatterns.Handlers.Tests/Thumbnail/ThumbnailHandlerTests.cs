namespace ServerlessPatterns.Handlers.Tests.Thumbnail;

/// <summary>Runs the tests of the thumbnail handler.</summary>
public sealed class ThumbnailHandlerTests(HandlerEmulator emulator) : IClassFixture<HandlerEmulator>
{
    public static TheoryData<string> Files => NodeTests.FilesOf("Thumbnail");

    [Fact]
    public void Files_OfTheHandler_AreThere() => Files.Count.ShouldBeGreaterThan(10);

    [Theory]
    [MemberData(nameof(Files))]
    public Task File_OfTheHandler_Passes(string file) => NodeTests.ShouldPassAsync("Thumbnail", file, emulator);
}
