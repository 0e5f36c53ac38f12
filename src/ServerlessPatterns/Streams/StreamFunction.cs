namespace ServerlessPatterns;

/// <summary>What a stream processor asks of its function.</summary>
internal static class StreamFunction
{
    public static FunctionRequest Request(StreamProcessorProps props) => new()
    {
        Given = props.Function,
        Settings = props.FunctionSettings,
        Defaults = new FunctionDefaults
        {
            Description = "Processes the records of a stream",
            MemorySize = StreamDefaults.MemorySize,
            TimeoutSeconds = StreamDefaults.TimeoutSeconds,
        },
        Environment = Environment(props),
        TimeoutVariable = BatchEnvironment.FunctionTimeoutSeconds,
        RemovalPolicy = props.RemovalPolicy,
        EncryptionKey = props.EncryptionKey,
        Configure = props.ConfigureFunction,
    };

    // A timeout that is not known yet is filled in when the function is made.
    private static Dictionary<string, string> Environment(StreamProcessorProps props)
    {
        var seconds = props.FunctionSettings.Timeout switch
        {
            null => StreamDefaults.TimeoutSeconds,
            var timeout when timeout.IsUnresolved() => 0,
            var timeout => timeout.ToMilliseconds() / 1000,
        };
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [BatchEnvironment.FunctionTimeoutSeconds] = Tokens.Text(seconds),
        };
    }
}
