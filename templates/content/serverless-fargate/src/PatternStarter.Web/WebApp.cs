namespace PatternStarter.Web;

/// <summary>The web app, as the container and the tests start it.</summary>
public static class WebApp
{
    // ECS kills the container when its stop timeout is over, 30 seconds unless set otherwise: be done before that.
    private static readonly TimeSpan Shutdown = TimeSpan.FromSeconds(25);

    /// <summary>Makes the app; ASPNETCORE_HTTP_PORTS, or --urls, says where it listens.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders().AddJsonConsole();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = Shutdown);

        var app = builder.Build();
        // The load balancer asks for this every few seconds. It says that this process answers, and nothing of what it
        // calls: a database that is down for all tasks is no reason to replace each of them.
        app.MapGet("/health", () => TypedResults.Text("healthy"));
        app.MapGet("/", () => TypedResults.Text("Hello from PATTERN_STARTER_TITLE"));
        return app;
    }
}
