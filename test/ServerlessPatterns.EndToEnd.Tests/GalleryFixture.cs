namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>The emulator with the gallery's stacks, each deployed when the first test asks for it.</summary>
public sealed class GalleryFixture : IAsyncLifetime
{
    private readonly TemporaryFolder temporary = new();
    private readonly Dictionary<string, DeployedStack> stacks = new(StringComparer.Ordinal);

    internal string TemporaryFolder => temporary.Path;

    internal Emulator Emulator { get; private set; } = null!;

    internal AwsApi Aws { get; private set; } = null!;

    internal CdkCli Cdk { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (!Tool.CanDeploy)
        {
            // Each test says what is missing.
            return;
        }

        Emulator = await Emulator.StartAsync(temporary.Path);
        Aws = new AwsApi(Emulator.Endpoint, AwsCredentials.Administrator);
        Cdk = new CdkCli(Emulator, temporary.Path);
        var identity = await Aws.QueryAsync("sts", "2011-06-15", "GetCallerIdentity");
        await Task.WhenAll(
            Cdk.BootstrapAsync(identity.Text("Account")),
            Cdk.SynthAsync(Repository.GalleryApp));
    }

    public ValueTask DisposeAsync()
    {
        Aws?.Dispose();
        Emulator?.Dispose();
        temporary.Dispose();
        return ValueTask.CompletedTask;
    }

    internal async Task<DeployedStack> DeployAsync(string name)
    {
        if (!stacks.TryGetValue(name, out var stack))
        {
            await Cdk.DeployAsync(name);
            stack = stacks[name] = await DeployedStack.ReadAsync(Aws, name, await Cdk.TemplateAsync(name));
        }

        return stack;
    }
}
