namespace ServerlessPatterns.Handlers.Tests;

/// <summary>The tests of a handler in JavaScript, one file a test, against an AWS emulator.</summary>
internal static class NodeTests
{
    public static TheoryData<string> FilesOf(string handler) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Sources.Directory, handler), "*.test.mjs")
            .Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal),
    ];

    public static async Task ShouldPassAsync(string handler, string file, HandlerEmulator emulator)
    {
        Tool.Require(Tool.Node, "Node.js 20 or newer, https://nodejs.org");
        var start = ChildProcess.Describe(
            Tool.Node,
            ["--test", "--test-reporter=spec", Path.Combine(Sources.Directory, handler, file)],
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
