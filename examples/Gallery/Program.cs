using Amazon.CDK;
using Gallery;

var app = new App();
new ThumbnailStack(app, "Thumbnail");
app.Synth();
