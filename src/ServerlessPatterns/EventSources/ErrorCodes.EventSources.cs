namespace ServerlessPatterns;

/// <content>The codes of event source mappings, which queues and streams share.</content>
internal static partial class ErrorCodes
{
    public const string EventFilterPattern = "SP2440";
    public const string EventFilterSize = "SP2441";
    public const string EventFilterCount = "SP2442";
    public const string EventSourceHookBroke = "SP2443";
}
