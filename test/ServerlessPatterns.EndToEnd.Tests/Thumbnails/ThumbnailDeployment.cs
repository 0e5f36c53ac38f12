using Amazon.S3;
using Amazon.S3.Model;

namespace ServerlessPatterns.EndToEnd.Tests;

[CollectionDefinition(ThumbnailTests.Collection)]
public sealed class ThumbnailCollection : ICollectionFixture<ThumbnailDeployment>;

/// <summary>The gallery's <c>ThumbnailPipeline</c>, with its function running.</summary>
public sealed class ThumbnailDeployment(GalleryFixture gallery) : FunctionDeployment(gallery, "Thumbnail")
{
    internal EventRule Rule { get; private set; } = null!;

    protected override async Task StartAsync()
    {
        Rule = await EventRule.ReadAsync(Gallery.Aws, Stack.PhysicalId("AWS::Events::Rule", "ThumbnailsRule"));
        await EnableVersioningAsync();
        await base.StartAsync();
    }

    private protected override void Adapt(DeployedFunction function)
    {
        if (function.AdaptNativeModules("src/Handlers/Thumbnail") is { } warning)
        {
            TestContext.Current.SendDiagnosticMessage(warning);
        }
    }

    // The template asks for it; moto's CloudFormation drops it.
    private async Task EnableVersioningAsync()
    {
        Stack.Template[Stack.Resources.Single(resource => resource.PhysicalId == Stack.Outputs["SourceBucket"]).LogicalId]!
            ["Properties"]!["VersioningConfiguration"]!["Status"]!.GetValue<string>().ShouldBe("Enabled");
        await Gallery.Aws.S3.PutBucketVersioningAsync(new PutBucketVersioningRequest
        {
            BucketName = Stack.Outputs["SourceBucket"],
            VersioningConfig = new S3BucketVersioningConfig { Status = VersionStatus.Enabled },
        });
    }
}
