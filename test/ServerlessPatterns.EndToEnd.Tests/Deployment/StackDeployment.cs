namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>One of the gallery's stacks, with those of its functions running that the tests of its pattern call.</summary>
public abstract class StackDeployment(GalleryFixture gallery, string name) : IAsyncLifetime
{
    private readonly List<RunningFunction> functions = [];

    internal GalleryFixture Gallery => gallery;

    internal DeployedStack Stack { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (!Tool.CanDeploy)
        {
            // Each test says what is missing.
            return;
        }

        Stack = await gallery.DeployAsync(name);
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var function in functions)
        {
            await function.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Starts what the tests need beside the stack itself.</summary>
    protected virtual Task StartAsync() => Task.CompletedTask;

    /// <summary>Runs the only function whose logical id begins so, until the tests of the stack are done.</summary>
    /// <param name="logicalIdPrefix">The id of the pattern, where the stack has several functions.</param>
    /// <param name="adapt">What this machine needs to run the code.</param>
    /// <param name="variables">The variables that name a service which has a stand-in here.</param>
    private protected async Task<RunningFunction> RunFunctionAsync(
        string logicalIdPrefix = "", Action<DeployedFunction>? adapt = null, IReadOnlyDictionary<string, string>? variables = null)
    {
        var logicalId = Stack.Resources.Single(resource =>
            resource.Type == "AWS::Lambda::Function" && resource.LogicalId.StartsWith(logicalIdPrefix, StringComparison.Ordinal)).LogicalId;
        var deployed = await DeployedFunction.ReadAsync(gallery, Stack, logicalId);
        adapt?.Invoke(deployed);
        var function = await RunningFunction.StartAsync(gallery, Stack, deployed, variables);
        functions.Add(function);
        return function;
    }
}

/// <summary>A stack with one function.</summary>
public abstract class FunctionDeployment(GalleryFixture gallery, string name) : StackDeployment(gallery, name)
{
    internal RunningFunction Running { get; private set; } = null!;

    internal DeployedFunction Function => Running.Deployed;

    internal AwsCredentials Role => Running.Role;

    internal RecordingProxy Proxy => Running.Proxy;

    internal LambdaRuntime Runtime => Running.Runtime;

    protected override async Task StartAsync() => Running = await RunFunctionAsync(adapt: Adapt);

    private protected virtual void Adapt(DeployedFunction function)
    {
    }
}
