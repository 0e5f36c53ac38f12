namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>Runs when the other tests are done with the stack.</summary>
[Collection("Thumbnail, destroyed")]
public sealed class ThumbnailDestroyTests
{
    private static readonly string[] Stateful =
        ["AWS::DynamoDB::Table", "AWS::Logs::LogGroup", "AWS::S3::Bucket", "AWS::SQS::Queue"];

    private static readonly string[] Disposable = ["AWS::Events::Rule", "AWS::IAM::Role", "AWS::Lambda::Function"];

    private readonly GalleryFixture gallery;

    public ThumbnailDestroyTests(GalleryFixture gallery)
    {
        Tool.RequireForDeployment();
        this.gallery = gallery;
    }

    [Fact]
    public async Task Destroy_KeepsWhatHoldsStateAndRemovesTheRest()
    {
        var stack = await gallery.DeployAsync("Thumbnail");
        var remaining = new RetainedResources(gallery.Aws);

        await gallery.Cdk.DestroyAsync(stack.Name);

        var kept = stack.Resources.Where(resource => Stateful.Contains(resource.Type)).ToList();
        kept.Select(resource => resource.Type).Distinct().Order(StringComparer.Ordinal).ShouldBe(Stateful);
        kept.ShouldAllBe(resource => stack.Template[resource.LogicalId]!["DeletionPolicy"]!.GetValue<string>() == "RetainExceptOnCreate");
        foreach (var resource in kept)
        {
            (await remaining.ExistsAsync(resource)).ShouldBeTrue(resource.LogicalId);
        }

        foreach (var resource in stack.Resources.Where(resource => Disposable.Contains(resource.Type)))
        {
            (await remaining.ExistsAsync(resource)).ShouldBeFalse(resource.LogicalId);
        }
    }
}
