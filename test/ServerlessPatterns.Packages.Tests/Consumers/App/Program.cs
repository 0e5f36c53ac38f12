using Amazon.CDK;
using Gallery;

var app = new App();
GalleryStacks.AddTo(app);

// The one use of something deprecated, whose warning shows that those of the patterns would be seen.
#pragma warning disable CS0618
_ = SecretValue.PlainText("no secret");
#pragma warning restore CS0618

app.Synth();
