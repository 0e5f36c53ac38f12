using PatternStarter.Infrastructure;

var app = new Amazon.CDK.App();
var images = new ImagesStack(app, "pattern-starter-stack-Images");

// The service starts an image that must be in the repository by then: without a tag there is no service. On GitHub the
// commit is the tag.
var tag = app.Node.TryGetContext("imageTag") as string ?? Environment.GetEnvironmentVariable("GITHUB_SHA");
if (!string.IsNullOrEmpty(tag))
{
    new WebStack(app, "pattern-starter-stack", images.Images.Repository, tag);
}

#if (delivery)
new DeliveryStack(app, "pattern-starter-stack-Delivery", images.Images);
#endif
app.Synth();
