namespace ServerlessPatterns.EndToEnd.Tests;

[CollectionDefinition(ScheduledFunctionTests.Collection)]
public sealed class ScheduledFunctionCollection : ICollectionFixture<ScheduledFunctionDeployment>;

/// <summary>The gallery's <c>ScheduledFunction</c>, with its function running.</summary>
public sealed class ScheduledFunctionDeployment(GalleryFixture gallery) : FunctionDeployment(gallery, "ScheduledFunction")
{
    internal DeployedSchedule Schedule { get; private set; } = null!;

    protected override async Task StartAsync()
    {
        Schedule = new DeployedSchedule(Stack);
        await base.StartAsync();
    }
}
