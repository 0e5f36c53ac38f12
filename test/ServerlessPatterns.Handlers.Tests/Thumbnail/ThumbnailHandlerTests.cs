namespace ServerlessPatterns.Handlers.Tests.Thumbnail;

/// <summary>Runs the tests of the handler in JavaScript, one file a test, against an AWS emulator.</summary>
public sealed class ThumbnailHandlerTests(HandlerEmulator emulator) : IClassFixture<HandlerEmulator>
{
    public static TheoryData<string> Files =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Sources.Directory, "Thumbnail"), "*.test.mjs")
            .Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void Files_OfTheHandler_AreThere() => Files.Count.ShouldBeGreaterThan(10);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task File_OfTheHandler_Passes(string file)
    {
        Tool.Require(Tool.Node, "Node.js 20 or newer, https://nodejs.org");
        var start = ChildProcess.Describe(
            Tool.Node,
            ["--test", "--test-reporter=spec", Path.Combine(Sources.Directory, "Thumbnail", file)],
            emulator.Environment);

        var output = await ChildProcess.RunAsync(start, TimeSpan.FromMinutes(5));

        TestContext.Current.TestOutputHelper!.WriteLine(output);
        output.ShouldNotContain("ℹ tests 0\n");
        if (emulator.IsRunning)
        {
            output.ShouldContain("ℹ skipped 0\n");
        }
    }
}
