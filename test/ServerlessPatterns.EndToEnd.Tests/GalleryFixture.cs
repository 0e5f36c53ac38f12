namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>The emulator with the gallery's stacks.</summary>
public sealed class GalleryFixture : IAsyncLifetime
{
    private readonly TemporaryFolder temporary = new();
    private readonly Dictionary<string, DeployedStack> stacks = new(StringComparer.Ordinal);
    private AllOrEach deployments = null!;
    private AllOrEach differences = null!;
    private AllOrEach destructions = null!;

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
        (deployments, differences, destructions) = (new(DeployMissingAsync), new(Cdk.DiffAsync), new(Cdk.DestroyAsync));
        var identity = await Aws.QueryAsync("sts", "2011-06-15", "GetCallerIdentity");
        await Task.WhenAll(
            Cdk.BootstrapAsync(identity.Text("Account")),
            Cdk.SynthAsync(Programs.GalleryApp));
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
            await deployments.RunAsync(name);
            stack = stacks[name] = await DeployedStack.ReadAsync(Aws, name, await Cdk.TemplateAsync(name));
        }

        return stack;
    }

    /// <summary>Fails when a second deployment would change the stack.</summary>
    internal Task DiffAsync(string name) => differences.RunAsync(name);

    /// <summary>Destroys the stack. All others go too: only when all tests that need one are done.</summary>
    internal Task DestroyAsync(string name) => destructions.RunAsync(name);

    // A second deployment is more than moto bears, even one that changes nothing.
    private async Task DeployMissingAsync(string stacks)
    {
        if (stacks == CdkCli.All || !await IsDeployedAsync(stacks))
        {
            await Cdk.DeployAsync(stacks);
        }
    }

    private async Task<bool> IsDeployedAsync(string name)
    {
        try
        {
            return (await DeployedStack.DescribeAsync(Aws, name)).Text("StackStatus") == "CREATE_COMPLETE";
        }
        catch (HttpRequestException missing) when (missing.StatusCode == System.Net.HttpStatusCode.BadRequest)
        {
            return false;
        }
    }
}
