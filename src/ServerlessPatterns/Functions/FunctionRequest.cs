using Amazon.CDK;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Lambda;

namespace ServerlessPatterns;

/// <summary>All that a pattern hands to <see cref="PatternFunction"/>: what the user set, and what the pattern adds.</summary>
internal sealed record FunctionRequest
{
    /// <summary>The function that the user brought, which is used as it is.</summary>
    public IFunction? Given { get; init; }

    public required FunctionSettings Settings { get; init; }

    public required FunctionDefaults Defaults { get; init; }

    /// <summary>The variables that the pattern's handlers read; a user's own may not hide them.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>
    /// The one of these variables that holds the timeout in seconds, where the handler looks at the time; it follows
    /// the hook.
    /// </summary>
    public string? TimeoutVariable { get; init; }

    public required RemovalPolicy RemovalPolicy { get; init; }

    public IKey? EncryptionKey { get; init; }

    public Action<FunctionProps>? Configure { get; init; }

    public FunctionCode Code => Settings.Code ?? Defaults.Code
        ?? throw new InvalidOperationException("The checks of the pattern let a function without code pass.");

    public Architecture Architecture => Settings.Architecture ?? Architecture.X86_64;
}
