using System.Globalization;

// ECS kills the container when its stop timeout is over, 30 seconds unless set otherwise: be done before that.
var shutdown = TimeSpan.FromSeconds(25);

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders().AddJsonConsole();
builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = shutdown);

// ASP.NET reads ASPNETCORE_HTTP_PORTS by itself; PORT is what other platforms call it.
if (int.TryParse(Environment.GetEnvironmentVariable("PORT"), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
{
    builder.WebHost.ConfigureKestrel(options => options.ListenAnyIP(port));
}

var app = builder.Build();

// The load balancer asks for this every few seconds. It says that this process answers, and nothing of what it calls:
// a database that is down for all tasks is no reason to replace each of them.
app.MapGet("/health", () => TypedResults.Text("healthy"));
app.MapGet("/", () => TypedResults.Text($"Hello from {Environment.MachineName}"));

// What takes long is finished after SIGTERM, before the process ends.
app.MapGet("/slow/{milliseconds:int:range(0,20000)}", async (int milliseconds, CancellationToken aborted) =>
{
    await Task.Delay(milliseconds, aborted);
    return TypedResults.Text("done");
});

await app.RunAsync();
