using PatternStarter.Infrastructure;

var app = new Amazon.CDK.App();
new ThumbnailStack(app, "pattern-starter-stack");
#if (delivery)
new DeliveryStack(app, "pattern-starter-stack-Delivery");
#endif
app.Synth();
