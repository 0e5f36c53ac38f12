namespace ServerlessPatterns.EndToEnd.Tests;

[CollectionDefinition(CrudTests.Collection)]
public sealed class CrudCollection : ICollectionFixture<CrudDeployment>;

/// <summary>The gallery's <c>CrudRestApi</c>, with its function running.</summary>
public sealed class CrudDeployment(GalleryFixture gallery) : FunctionDeployment(gallery, "CrudRest")
{
    internal DeployedApi Api { get; private set; } = null!;

    protected override async Task StartAsync()
    {
        Api = await DeployedApi.ReadAsync(Gallery.Aws, Stack);
        await base.StartAsync();
    }
}
