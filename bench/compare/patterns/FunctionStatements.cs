using Amazon.CDK;
using ServerlessPatterns;

namespace Compare;

/// <summary>One statement a pattern with a function; what has a default is left to it.</summary>
internal static class FunctionStatements
{
    public static void Thumbnails(Stack stack)
    {
        // [thumbnails]
        new ThumbnailPipeline(stack, "Thumbnails");
        // [end]
    }

    public static void Crud(Stack stack)
    {
        // [crud]
        new CrudRestApi(stack, "Orders", new()
        {
            ResourceName = "orders",
        });
        // [end]
    }

    public static void Queue(Stack stack, FunctionCode code)
    {
        // [queue]
        new QueueProcessor(stack, "Orders", new()
        {
            FunctionSettings = new() { Code = code },
        });
        // [end]
    }

    public static void Schedule(Stack stack, FunctionCode code)
    {
        // [schedule]
        new ScheduledFunction(stack, "Nightly", new()
        {
            Schedule = ScheduleTimes.Cron(minute: "0", hour: "3"),
            FunctionSettings = new() { Code = code },
        });
        // [end]
    }

    public static void Kinesis(Stack stack, FunctionCode code)
    {
        // [kinesis]
        new KinesisStreamProcessor(stack, "Readings", new()
        {
            FunctionSettings = new() { Code = code },
        });
        // [end]
    }

    public static void TableStream(Stack stack, FunctionCode code)
    {
        // [table-stream]
        new TableStreamProcessor(stack, "Orders", new()
        {
            FunctionSettings = new() { Code = code },
        });
        // [end]
    }

    public static void WebSocket(Stack stack)
    {
        // [websocket]
        new WebSocketBackend(stack, "Chat");
        // [end]
    }
}
