using Amazon.CDK;
using Constructs;
using ServerlessPatterns;

namespace PatternStarter.Infrastructure;

/// <summary>Thumbnails of every image that is uploaded below <c>uploads/</c>, and a table of what is known about each.</summary>
public sealed class ThumbnailStack : Stack
{
    public ThumbnailStack(Construct scope, string id, IStackProps? props = null)
        : base(scope, id, props)
    {
        var thumbnails = new ThumbnailPipeline(this, "Thumbnails", new()
        {
            SourcePrefixes = ["uploads/"],
            Sizes =
            [
                new() { Name = "small", Width = 200, Height = 200, Fit = ThumbnailFit.Cover },
                new() { Name = "large", Width = 1024, Height = 1024 },
            ],
        });

        new CfnOutput(this, "SourceBucket", new CfnOutputProps { Value = thumbnails.SourceBucket.BucketName });
        new CfnOutput(this, "DestinationBucket", new CfnOutputProps { Value = thumbnails.DestinationBucket.BucketName });
        new CfnOutput(this, "Table", new CfnOutputProps { Value = thumbnails.Table.TableName });
    }
}
