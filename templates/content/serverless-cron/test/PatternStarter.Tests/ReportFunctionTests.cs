using System.Text;
using System.Text.Json;
using PatternStarter.Report;

namespace PatternStarter.Tests;

public sealed class ReportFunctionTests : IDisposable
{
    // What README.md hands to the deployed function: the run in the night of 21 November 2026.
    private static readonly string Run = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "run.json"));

    private readonly InMemoryBucket bucket = new();

    public void Dispose() => bucket.Dispose();

    [Fact]
    public async Task FunctionHandler_FilesOfThreeDays_ReportsTheDayBeforeTheRun()
    {
        bucket.Objects["incoming/2026-11-19/a.json"] = "1";
        bucket.Objects["incoming/2026-11-20/b.json"] = "12";
        bucket.Objects["incoming/2026-11-20/c, d.json"] = "123";
        bucket.Objects["incoming/2026-11-21/e.json"] = "1234";

        var answer = await RunAsync(Run);

        Assert.Equal("""{"key":"reports/2026-11-20.csv","files":2,"bytes":5}""", answer);
        Assert.Equal("key,bytes\r\nincoming/2026-11-20/b.json,2\r\n\"incoming/2026-11-20/c, d.json\",3\r\n", bucket.Objects["reports/2026-11-20.csv"]);
    }

    [Fact]
    public async Task FunctionHandler_NoFiles_WritesAnEmptyReport()
    {
        await RunAsync(Run);

        Assert.Equal("key,bytes\r\n", bucket.Objects["reports/2026-11-20.csv"]);
    }

    [Fact]
    public async Task FunctionHandler_TheSameRunAgain_ChangesNothing()
    {
        bucket.Objects["incoming/2026-11-20/b.json"] = "12";
        await RunAsync(Run);
        var first = bucket.Objects.ToArray();

        await RunAsync(Run);

        Assert.Equal(first, bucket.Objects);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task FunctionHandler_NoTime_Fails(string input)
    {
        await Assert.ThrowsAsync<JsonException>(() => RunAsync(input));

        Assert.Empty(bucket.Objects);
    }

    private async Task<string> RunAsync(string input)
    {
        var function = new ReportFunction(bucket, "files");
        await using var answer = await function.FunctionHandler(new MemoryStream(Encoding.UTF8.GetBytes(input)));
        using var reader = new StreamReader(answer);
        return await reader.ReadToEndAsync();
    }
}
