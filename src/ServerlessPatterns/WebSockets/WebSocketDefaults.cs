using Amazon.CDK;

namespace ServerlessPatterns;

/// <summary>The defaults of <see cref="WebSocketBackendProps"/> that more than one place needs, in plain values.</summary>
internal static class WebSocketDefaults
{
    public const string RouteSelectionExpression = "$request.body.action";
    public const string StageName = "prod";
    public const double ThrottlingRateLimit = 100;
    public const double ThrottlingBurstLimit = 200;

    // Half the cold start that 512 MiB have, and the processor for hundreds of signed requests a second.
    public const double MemorySize = 1024;
    public const double TimeoutSeconds = 25;

    /// <summary>What the handler calls a message to everybody in the room where no route names one.</summary>
    public const string BroadcastAction = "send";

    // https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html
    public const int MaxRoutes = 300;
    public const int MaxMessageBytes = 128 * 1024;

    // One frame: browsers do not split what they send, and a longer frame closes the connection.
    public static Size MaxMessageSize => Size.Kibibytes(32);
}
