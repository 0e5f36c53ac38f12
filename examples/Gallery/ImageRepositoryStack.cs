using Amazon.CDK;
using Constructs;
using ServerlessPatterns;

namespace Gallery;

/// <summary>The repository for the images of <c>examples/ContainerApp</c>, deployed before any service that runs them.</summary>
public sealed class ImageRepositoryStack : Stack
{
    public ImageRepositoryStack(Construct scope, string id, IStackProps? props = null)
        : base(scope, id, props)
    {
        var images = new ImageRepository(this, "Images", new() { RepositoryName = "gallery/container-app" });

        new CfnOutput(this, "RepositoryUri", new CfnOutputProps { Value = images.Repository.RepositoryUri });
        new CfnOutput(this, "RepositoryName", new CfnOutputProps { Value = images.Repository.RepositoryName });
    }
}
