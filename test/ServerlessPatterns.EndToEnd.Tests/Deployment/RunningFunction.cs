using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>
/// A deployed function in a process of its own: its deployed code, environment and role behind Lambda's runtime API, and
/// a record of each call that it makes.
/// </summary>
internal sealed class RunningFunction : IAsyncDisposable
{
    private readonly AwsApi aws;

    private RunningFunction(AwsApi aws, DeployedFunction deployed, AwsCredentials role) =>
        (this.aws, Deployed, Role) = (aws, deployed, role);

    public DeployedFunction Deployed { get; }

    public AwsCredentials Role { get; }

    /// <summary>Where the function, and a page's script in its place, finds AWS.</summary>
    public RecordingProxy Proxy { get; private set; } = null!;

    public LambdaRuntime Runtime { get; private set; } = null!;

    public static async Task<RunningFunction> StartAsync(
        GalleryFixture gallery, DeployedStack stack, DeployedFunction deployed, IReadOnlyDictionary<string, string>? variables = null)
    {
        var role = await RoleSession.AssumeAsync(gallery.Aws, stack, deployed.RoleName);
        var running = new RunningFunction(gallery.Aws, deployed, role);
        running.Proxy = await RecordingProxy.StartAsync(gallery.Emulator.Endpoint, stack);
        var environment = new Dictionary<string, string>(deployed.Environment, StringComparer.Ordinal);
        foreach (var (name, value) in variables ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            environment[name] = value;
        }

        running.Runtime = await LambdaRuntime.StartAsync(deployed with { Environment = environment }, running.Proxy.Address, role, gallery.TemporaryFolder);
        return running;
    }

    /// <summary>The answer to an event, which must not be an error.</summary>
    public async Task<JsonNode?> InvokeAsync(JsonNode payload, TimeSpan clockStep = default)
    {
        var result = await Runtime.InvokeAsync(payload.ToJsonString(), clockStep);
        result.Failed.ShouldBeFalse(result.Json);
        return JsonNode.Parse(result.Json);
    }

    public Task<IamPolicy> ReadPolicyAsync() => IamPolicy.ReadAsync(aws, Deployed.RoleName);

    /// <summary>Holds what was called until now against the policies of the deployed role.</summary>
    /// <param name="unused">What Lambda itself does with the role, and no call of the handler shows; all else must have been needed.</param>
    public async Task CheckPermissionsAsync(params string[] unused)
    {
        var policy = await ReadPolicyAsync();

        // The page's scripts go through the proxy too, as whoever runs them.
        var calls = Proxy.Calls.Where(call => call.AccessKey != AwsCredentials.Administrator.AccessKey).ToList();
        calls.ShouldAllBe(call => call.AccessKey == Role.AccessKey);
        calls.Where(call => !policy.Allows(call.Action, call.Resource)).ShouldBeEmpty();
        policy.Unused(calls).Select(pair => pair.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(unused.Order(StringComparer.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        await Runtime.DisposeAsync();
        await Proxy.DisposeAsync();
    }
}
