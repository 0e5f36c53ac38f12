namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>What is left of a stack that was destroyed: exactly what its template keeps. Runs when all other tests are done.</summary>
[Collection(Collection)]
public abstract class DestroyTests
{
    public const string Collection = "destroyed";

    /// <summary>Nothing that could be asked for by itself: they go with what they belong to.</summary>
    private static readonly string[] Parts =
    [
        "AWS::ApiGateway::Deployment", "AWS::ApiGateway::Method", "AWS::ApiGateway::Resource", "AWS::IAM::Policy", "AWS::Lambda::Permission",
    ];

    private readonly GalleryFixture gallery;
    private readonly string name;

    protected DestroyTests(GalleryFixture gallery, string name)
    {
        Tool.RequireForDeployment();
        (this.gallery, this.name) = (gallery, name);
    }

    /// <summary>The types of which something holds state, and is kept.</summary>
    protected abstract IReadOnlyList<string> Kept { get; }

    /// <summary>The types of which something goes with the stack.</summary>
    protected abstract IReadOnlyList<string> Removed { get; }

    /// <summary>The types that moto's CloudFormation makes and cannot delete.</summary>
    protected virtual IReadOnlyList<string> NotDeletedByMoto => [];

    [Fact]
    public async Task Destroy_WhatHoldsState_IsKeptAndTheRestIsGone()
    {
        var stack = await gallery.DeployAsync(name);
        var made = stack.Resources.Where(resource => !Parts.Contains(resource.Type)).ToLookup(stack.Keeps);
        Types(made[true]).ShouldBe(Kept.Order(StringComparer.Ordinal));
        Types(made[false]).ShouldBe(Removed.Concat(NotDeletedByMoto).Order(StringComparer.Ordinal));

        await gallery.DestroyAsync(name);

        var remaining = new RetainedResources(gallery.Aws);
        foreach (var resource in made[true])
        {
            (await remaining.ExistsAsync(resource)).ShouldBeTrue($"{resource.LogicalId} is gone");
        }

        foreach (var resource in made[false].Where(resource => Removed.Contains(resource.Type) || !gallery.Emulator.IsMoto))
        {
            (await remaining.ExistsAsync(resource)).ShouldBeFalse($"{resource.LogicalId} is still there");
        }
    }

    private static IEnumerable<string> Types(IEnumerable<DeployedResource> resources) =>
        resources.Select(resource => resource.Type).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
