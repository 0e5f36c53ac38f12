using Amazon.CDK.AWS.Lambda;

namespace ServerlessPatterns;

/// <summary>What a pattern asks of the mapping between its queue or stream and its function.</summary>
internal sealed record EventSourceRequest
{
    /// <summary>The name of the pattern, for the messages of the checks.</summary>
    public required string Pattern { get; init; }

    /// <summary>What is particular to the source; target and filters are added.</summary>
    public required EventSourceMappingProps Props { get; init; }

    public IReadOnlyList<EventFilter> Filters { get; init; } = [];

    /// <summary>Where records of a stream end that were given up.</summary>
    public string? FailureDestinationArn { get; init; }

    public Action<EventSourceMappingProps>? Configure { get; init; }

    /// <summary>Looks again, after the hook, at what is particular to the source.</summary>
    public Action<Checks, EventSourceMappingProps>? CheckAgain { get; init; }
}
