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
    public Task Destroy_KeepsWhatHoldsStateAndRemovesTheRest() =>
        Destruction.CheckAsync(gallery, "Thumbnail", Stateful, Disposable);
}
