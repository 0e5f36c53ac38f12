namespace ServerlessPatterns.EndToEnd.Tests;

[CollectionDefinition(CrudTests.Collection)]
public sealed class CrudCollection : ICollectionFixture<CrudDeployment>;

/// <summary>The gallery's <c>CrudRestApi</c>, with its function running.</summary>
public sealed class CrudDeployment(GalleryFixture gallery) : IAsyncLifetime
{
    internal GalleryFixture Gallery => gallery;

    internal DeployedStack Stack { get; private set; } = null!;

    internal DeployedApi Api { get; private set; } = null!;

    internal DeployedFunction Function { get; private set; } = null!;

    internal AwsCredentials Role { get; private set; } = null!;

    internal RecordingProxy Proxy { get; private set; } = null!;

    internal LambdaRuntime Runtime { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (!Tool.CanDeploy)
        {
            return;
        }

        Stack = await gallery.DeployAsync("CrudRest");
        Api = await DeployedApi.ReadAsync(gallery.Aws, Stack);
        var logicalId = Stack.Resources.Single(resource => resource.Type == "AWS::Lambda::Function").LogicalId;
        Function = await DeployedFunction.ReadAsync(gallery, Stack, logicalId);
        Role = await RoleSession.AssumeAsync(gallery.Aws, Stack, Function.RoleName);
        Proxy = await RecordingProxy.StartAsync(gallery.Emulator.Endpoint, Stack);
        Runtime = await LambdaRuntime.StartAsync(Function, Proxy.Address, Role, gallery.TemporaryFolder);
    }

    public async ValueTask DisposeAsync()
    {
        if (Runtime is not null)
        {
            await Runtime.DisposeAsync();
            await Proxy.DisposeAsync();
        }
    }
}
