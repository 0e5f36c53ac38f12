using Constructs;

namespace Gallery;

/// <summary>All stacks of the gallery: one a pattern, each in a file of its own.</summary>
public static class GalleryStacks
{
    /// <summary>Adds each stack to an app.</summary>
    /// <param name="app">The app.</param>
    public static void AddTo(Construct app)
    {
        new ThumbnailStack(app, "Thumbnail");
        new CrudRestStack(app, "CrudRest");
        new CrudHttpStack(app, "CrudHttp");
        new ImageRepositoryStack(app, "ImageRepository");
        new LoadBalancedFargateStack(app, "LoadBalancedFargate");
        new LoadBalancedEc2Stack(app, "LoadBalancedEc2");
        new QueueProcessorStack(app, "QueueProcessor");
        new QueueFargateWorkerStack(app, "QueueFargateWorker");
        new ScheduledFunctionStack(app, "ScheduledFunction");
        new ScheduledFargateTaskStack(app, "ScheduledFargateTask");
        new KinesisStreamStack(app, "KinesisStream");
        new TableStreamStack(app, "TableStream");
        new WebSocketStack(app, "WebSocket");
        new DeliveryStack(app, "Delivery");
    }
}
