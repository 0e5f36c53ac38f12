using System.Net;
using System.Net.Sockets;

namespace ServerlessPatterns.Tests.Shared;

/// <summary>A server that speaks the AWS API: the one that AWS_ENDPOINT_URL names, else moto's, started here.</summary>
internal sealed class Emulator : IDisposable
{
    // moto hands what comes in on a stream to the function, in a container, where it finds an engine. The tests do that.
    private const string NoDocker = "tcp://127.0.0.1:1";

    private readonly ChildProcess? server;

    private Emulator(Uri endpoint, ChildProcess? server)
    {
        Endpoint = endpoint;
        this.server = server;
    }

    public static Uri? GivenEndpoint { get; } =
        Uri.TryCreate(Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL"), UriKind.Absolute, out var given) ? given : null;

    public Uri Endpoint { get; }

    /// <summary>Whether its known gaps are to be expected.</summary>
    public bool IsMoto { get; private init; }

    public static async Task<Emulator> StartAsync(string temporaryFolder)
    {
        if (GivenEndpoint is not null)
        {
            return new Emulator(GivenEndpoint, null) { IsMoto = await HasMotoApiAsync(GivenEndpoint) };
        }

        var port = FreePort();
        var start = ChildProcess.Describe(
            Tool.Moto,
            ["-H", "127.0.0.1", "-p", $"{port}"],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["TMPDIR"] = temporaryFolder, ["DOCKER_HOST"] = NoDocker });
        var emulator = new Emulator(new Uri($"http://127.0.0.1:{port}"), new ChildProcess(start)) { IsMoto = true };
        await emulator.WaitAsync();
        return emulator;
    }

    public void Dispose() => server?.Dispose();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> HasMotoApiAsync(Uri endpoint)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(endpoint, "/moto-api/config"));
        return answer.IsSuccessStatusCode;
    }

    private async Task WaitAsync()
    {
        using var tooLate = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await ListensAsync())
        {
            if (tooLate.IsCancellationRequested || server!.Ended.IsCompleted)
            {
                Dispose();
                Assert.Fail($"{Tool.Moto} does not listen on {Endpoint}:\n{server!.Output}");
            }

            await Task.WhenAny(server.Ended, Task.Delay(100, CancellationToken.None));
        }
    }

    private async Task<bool> ListensAsync()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(Endpoint.Host, Endpoint.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
