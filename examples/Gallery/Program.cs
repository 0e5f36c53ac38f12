using Amazon.CDK;
using Gallery;

var app = new App();
GalleryStacks.AddTo(app);
app.Synth();
