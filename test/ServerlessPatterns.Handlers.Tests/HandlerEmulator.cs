namespace ServerlessPatterns.Handlers.Tests;

/// <summary>
/// The emulator that handlers talk to. Where it is missing, the handlers' own tests that need it are skipped, each with
/// its reason, and the others run all the same.
/// </summary>
public sealed class HandlerEmulator : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private Emulator? emulator;

    internal bool IsRunning => emulator is not null;

    internal IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AWS_ENDPOINT_URL"] = emulator?.Endpoint.ToString() ?? string.Empty,
        ["AWS_ACCESS_KEY_ID"] = "test",
        ["AWS_SECRET_ACCESS_KEY"] = "test",
        ["AWS_REGION"] = "us-east-1",
        ["TMPDIR"] = folder.Path,
    };

    public async ValueTask InitializeAsync()
    {
        if (Tool.CanDeploy || !string.IsNullOrEmpty(System.Environment.GetEnvironmentVariable("CI")))
        {
            Tool.RequireForDeployment();
            emulator = await Emulator.StartAsync(folder.Path);
        }
    }

    public ValueTask DisposeAsync()
    {
        emulator?.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
