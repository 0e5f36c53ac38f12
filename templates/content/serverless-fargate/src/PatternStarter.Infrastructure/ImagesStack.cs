using Amazon.CDK;
using Constructs;
using ServerlessPatterns;

namespace PatternStarter.Infrastructure;

/// <summary>The repository for the images of the web app, deployed before the service that runs them.</summary>
public sealed class ImagesStack : Stack
{
    public ImagesStack(Construct scope, string id, IStackProps? props = null)
        : base(scope, id, props)
    {
        Images = new ImageRepository(this, "Images");

        new CfnOutput(this, "RepositoryUri", new CfnOutputProps { Value = Images.Repository.RepositoryUri });
    }

    /// <summary>The repository, and who may pull and push.</summary>
    public ImageRepository Images { get; }
}
