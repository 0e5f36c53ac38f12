using System.Net;
using System.Text.Json;

namespace Examples.Tests.ContainerApp;

public sealed class ContainerAppTests(PublishedApp published) : IClassFixture<PublishedApp>
{
    // The stop timeout of the container patterns.
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("ASPNETCORE_HTTP_PORTS")]
    [InlineData("PORT")]
    public async Task Health_OnThePortOfTheEnvironment_Is200(string variable)
    {
        using var app = await RunningContainerApp.StartAsync(published, variable);

        using var answer = await app.Http.GetAsync(new Uri("/health", UriKind.Relative), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("healthy");
    }

    [Fact]
    public async Task Process_WhereTheTestsMayChangeUser_IsNotRoot()
    {
        Assert.SkipUnless(RunningContainerApp.CanChangeUser, "needs root and setpriv (Linux)");
        using var app = await RunningContainerApp.StartAsync(published);

        Directory.EnumerateDirectories("/proc").Where(folder => IsTheApp(folder, published.Folder))
            .Select(folder => File.ReadLines($"{folder}/status").Single(line => line.StartsWith("Uid:", StringComparison.Ordinal)))
            .ShouldBe(["Uid:\t1654\t1654\t1654\t1654"]);
    }

    [Fact]
    public async Task Stop_BySigterm_IsCleanWithinTheStopTimeout()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM");
        using var app = await RunningContainerApp.StartAsync(published);

        (await app.StopAsync(StopTimeout)).ShouldBe(0, app.Output);
    }

    [Fact]
    public async Task Stop_WithARequestUnderWay_FinishesItFirst()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM");
        using var app = await RunningContainerApp.StartAsync(published);
        var request = app.Http.GetStringAsync(new Uri("/slow/2000", UriKind.Relative), TestContext.Current.CancellationToken);
        await Task.Delay(500, TestContext.Current.CancellationToken);

        var stopped = app.StopAsync(StopTimeout);

        (await request).ShouldBe("done");
        (await stopped).ShouldBe(0, app.Output);
    }

    [Fact]
    public async Task Logs_EachLine_IsJson()
    {
        using var app = await RunningContainerApp.StartAsync(published);

        var lines = app.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.ShouldNotBeEmpty();
        lines.ShouldAllBe(line => JsonDocument.Parse(line, default).RootElement.ValueKind == JsonValueKind.Object);
    }

    private static bool IsTheApp(string folder, string workingDirectory)
    {
        try
        {
            return new DirectoryInfo($"{folder}/cwd").ResolveLinkTarget(returnFinalTarget: false)?.FullName == workingDirectory;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
