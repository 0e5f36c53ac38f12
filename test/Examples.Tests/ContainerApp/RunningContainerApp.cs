using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Examples.Tests.ContainerApp;

/// <summary>
/// The published app as ECS would run it: with the variables of the image and none of this machine's, and as another
/// user than root.
/// </summary>
internal sealed class RunningContainerApp : IDisposable
{
    // APP_UID of Microsoft's images.
    private const string AppUser = "1654";

    // The temporary folder may be root's alone; an image's /app is not.
    private static readonly string[] ReadsItsFolder = ["--inh-caps=-all,+dac_read_search", "--ambient-caps=-all,+dac_read_search", "--bounding-set=-all,+dac_read_search"];

    private readonly ChildProcess process;

    private RunningContainerApp(ChildProcess process, int port)
    {
        this.process = process;
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
    }

    public HttpClient Http { get; }

    public string Output => process.Output;

    /// <summary>Whether the app runs as the user of the image, for which the tests must run as root.</summary>
    public static bool CanChangeUser { get; } = OperatingSystem.IsLinux() && Environment.UserName == "root" && File.Exists("/usr/bin/setpriv");

    public static async Task<RunningContainerApp> StartAsync(PublishedApp app, string portVariable = "ASPNETCORE_HTTP_PORTS")
    {
        var port = FreePort();
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [portVariable] = port.ToString(CultureInfo.InvariantCulture),
            ["DOTNET_EnableDiagnostics"] = "0",
            ["DOTNET_RUNNING_IN_CONTAINER"] = "true",
        };
        string[] command = ["dotnet", "ContainerApp.dll"];
        var start = CanChangeUser
            ? ChildProcess.Describe("/usr/bin/setpriv", ["--reuid", AppUser, "--regid", AppUser, "--clear-groups", .. ReadsItsFolder, .. command], environment)
            : ChildProcess.Describe(Tool.Dotnet, command[1..], environment);
        start.WorkingDirectory = app.Folder;
        foreach (var name in start.Environment.Keys.Where(name => !environment.ContainsKey(name) && name is not ("PATH" or "DOTNET_ROOT" or "SystemRoot")).ToList())
        {
            start.Environment.Remove(name);
        }

        var running = new RunningContainerApp(new ChildProcess(start), port);
        await running.WaitAsync();
        return running;
    }

    /// <summary>Sends what ECS sends first, and gives the exit code.</summary>
    public async Task<int> StopAsync(TimeSpan stopTimeout)
    {
        process.Terminate();
        await process.Ended.WaitAsync(stopTimeout);
        return process.ExitCode;
    }

    public void Dispose()
    {
        Http.Dispose();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitAsync()
    {
        using var tooLate = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            try
            {
                using var answer = await Http.GetAsync(new Uri("/health", UriKind.Relative), tooLate.Token);
                return;
            }
            catch (HttpRequestException)
            {
                process.Ended.IsCompleted.ShouldBeFalse(Output);
                await Task.Delay(50, tooLate.Token);
            }
        }
    }
}
