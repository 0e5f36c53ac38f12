namespace ServerlessPatterns;

/// <summary>What a <see cref="QueueProcessor"/> asks of its function.</summary>
internal static class QueueFunction
{
    public static FunctionRequest Request(QueueProcessorProps props) => new()
    {
        Given = props.Function,
        Settings = props.FunctionSettings,
        Defaults = new FunctionDefaults
        {
            Description = "Processes the messages of a queue",
            MemorySize = QueueDefaults.MemorySize,
            TimeoutSeconds = QueueDefaults.TimeoutSeconds,
        },
        Environment = new Dictionary<string, string>(StringComparer.Ordinal),
        RemovalPolicy = props.RemovalPolicy,
        EncryptionKey = props.EncryptionKey,
        Configure = props.ConfigureFunction,
    };
}
