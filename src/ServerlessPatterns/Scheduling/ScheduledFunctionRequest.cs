namespace ServerlessPatterns;

/// <summary>What a <see cref="ScheduledFunction"/> asks of its function.</summary>
internal static class ScheduledFunctionRequest
{
    public static FunctionRequest Of(ScheduledFunctionProps props) => new()
    {
        Given = props.Function,
        Settings = props.FunctionSettings,
        Defaults = new FunctionDefaults
        {
            Description = "Runs on a schedule",
            MemorySize = 1024,
            TimeoutSeconds = 300,
            Async = new AsyncInvocation(props.FunctionRetryAttempts ?? 2, props.FunctionMaxEventAge ?? ScheduledProps.DefaultMaxEventAge),
        },
        Environment = new Dictionary<string, string>(StringComparer.Ordinal),
        RemovalPolicy = props.RemovalPolicy,
        EncryptionKey = props.EncryptionKey,
        Configure = props.ConfigureFunction,
    };
}
