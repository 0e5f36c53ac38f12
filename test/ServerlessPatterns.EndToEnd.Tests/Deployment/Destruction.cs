namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>Destroys a stack, and looks at what is left of it.</summary>
internal static class Destruction
{
    /// <param name="gallery">Where the stack is deployed.</param>
    /// <param name="name">The stack.</param>
    /// <param name="stateful">The types that are all to be kept.</param>
    /// <param name="disposable">The types that are all to be gone, apart from what the template keeps.</param>
    public static async Task CheckAsync(GalleryFixture gallery, string name, string[] stateful, string[] disposable)
    {
        var stack = await gallery.DeployAsync(name);
        var remaining = new RetainedResources(gallery.Aws);

        await gallery.Cdk.DestroyAsync(stack.Name);

        var kept = stack.Resources.Where(resource => stateful.Contains(resource.Type)).ToList();
        kept.Select(resource => resource.Type).Distinct().Order(StringComparer.Ordinal).ShouldBe(stateful);
        kept.ShouldAllBe(resource => stack.DeletionPolicy(resource) == "RetainExceptOnCreate");
        foreach (var resource in kept)
        {
            (await remaining.ExistsAsync(resource)).ShouldBeTrue(resource.LogicalId);
        }

        var gone = stack.Resources.Where(resource => disposable.Contains(resource.Type) && stack.DeletionPolicy(resource) is null).ToList();
        gone.Select(resource => resource.Type).Distinct().Order(StringComparer.Ordinal).ShouldBe(disposable);
        foreach (var resource in gone)
        {
            (await remaining.ExistsAsync(resource)).ShouldBeFalse(resource.LogicalId);
        }
    }
}
