#:package ServerlessPatterns@0.1.0
// Starts the CDK's Node.js process a second faster than the version that the CDK asks for.
#:package Amazon.JSII.Runtime@1.142.0
#:property PublishAot=false

using Amazon.CDK;
using ServerlessPatterns;

var app = new App();
var stack = new Stack(app, "Photos");

var thumbnails = new ThumbnailPipeline(stack, "Thumbnails", new() { SourcePrefixes = ["uploads/"] });

new CfnOutput(stack, "SourceBucket", new CfnOutputProps { Value = thumbnails.SourceBucket.BucketName });
new CfnOutput(stack, "DestinationBucket", new CfnOutputProps { Value = thumbnails.DestinationBucket.BucketName });

app.Synth();
