using Amazon.CDK.AWS.SQS;

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
        Environment = Environment(props),
        TimeoutVariable = BatchEnvironment.FunctionTimeoutSeconds,
        RemovalPolicy = props.RemovalPolicy,
        EncryptionKey = props.EncryptionKey,
        Configure = props.ConfigureFunction,
    };

    // A timeout that is not known yet is filled in when the function is made.
    private static Dictionary<string, string> Environment(QueueProcessorProps props)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        if (props.Function is null || QueueVisibility.FunctionSeconds(props) is not null)
        {
            environment[BatchEnvironment.FunctionTimeoutSeconds] = Tokens.Text(QueueVisibility.FunctionSeconds(props) ?? 0);
        }

        var receives = props.Queue is null
            ? props.MaxReceiveCount ?? QueueDefaults.MaxReceiveCount
            : (props.Queue as Queue)?.DeadLetterQueue?.MaxReceiveCount;
        if (receives is { } count)
        {
            environment[BatchEnvironment.MaxReceiveCount] = Tokens.Text(count);
        }

        return environment;
    }
}
