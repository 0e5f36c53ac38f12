using Microsoft.AspNetCore.Builder;
using PatternStarter.Web;

namespace PatternStarter.Tests;

public sealed class WebAppTests : IAsyncLifetime
{
    // Port 0: one that is free.
    private readonly WebApplication app = WebApp.Build(["--urls", "http://127.0.0.1:0"]);
    private readonly HttpClient client = new();

    public async ValueTask InitializeAsync()
    {
        await app.StartAsync(TestContext.Current.CancellationToken);
        client.BaseAddress = new Uri(app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Health_WhileTheProcessRuns_IsHealthy() => Assert.Equal("healthy", await GetAsync("/health"));

    [Fact]
    public async Task Root_Answers() => Assert.StartsWith("Hello from ", await GetAsync("/"), StringComparison.Ordinal);

    private Task<string> GetAsync(string path) => client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
}
