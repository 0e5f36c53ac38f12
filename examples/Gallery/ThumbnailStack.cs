using Amazon.CDK;
using Constructs;
using ServerlessPatterns;

namespace Gallery;

/// <summary>Thumbnails of every image that is uploaded below <c>uploads/</c>.</summary>
public sealed class ThumbnailStack : Stack
{
    public ThumbnailStack(Construct scope, string id, IStackProps? props = null)
        : base(scope, id, props)
    {
        var thumbnails = new ThumbnailPipeline(this, "Thumbnails", new() { SourcePrefixes = ["uploads/"] });

        new CfnOutput(this, "SourceBucket", new CfnOutputProps { Value = thumbnails.SourceBucket.BucketName });
        new CfnOutput(this, "DestinationBucket", new CfnOutputProps { Value = thumbnails.DestinationBucket.BucketName });
        new CfnOutput(this, "Table", new CfnOutputProps { Value = thumbnails.Table.TableName });
        new CfnOutput(this, "Function", new CfnOutputProps { Value = thumbnails.Function.Invoked.FunctionName });
    }
}
