namespace ServerlessPatterns.Handlers.Tests.WebSocket;

/// <summary>Runs the tests of the WebSocket handler.</summary>
public sealed class WebSocketHandlerTests(HandlerEmulator emulator) : IClassFixture<HandlerEmulator>
{
    public static TheoryData<string> Files => NodeTests.FilesOf("WebSocket");

    [Fact]
    public void Files_OfTheHandler_AreThere() => Files.Count.ShouldBeGreaterThan(6);

    [Theory]
    [MemberData(nameof(Files))]
    public Task File_OfTheHandler_Passes(string file) => NodeTests.ShouldPassAsync("WebSocket", file, emulator);
}
