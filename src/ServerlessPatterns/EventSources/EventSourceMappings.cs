using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Has Lambda poll a queue or stream and hand the records to a function in batches.</summary>
internal static class EventSourceMappings
{
    public static EventSourceMapping Define(Construct scope, PatternFunction function, EventSourceRequest request)
    {
        var props = request.Props;
        props.Target = function.Invoked;
        props.Filters = request.Filters.Count == 0 ? null : [.. request.Filters.Select(Filter)];
        var sourceArn = props.EventSourceArn;
        if (request.Configure is { } configure)
        {
            configure(props);
            ThrowIfBroken(scope, function, request, sourceArn);
        }

        var mapping = new EventSourceMapping(scope, "EventSource", props);
        var resource = (CfnEventSourceMapping)mapping.Node.DefaultChild!;
        if (request.FailureDestinationArn is { } destination)
        {
            // EventSourceMappingProps.OnFailure would grant by methods that reach into the stack of what was given.
            resource.AddPropertyOverride("DestinationConfig.OnFailure.Destination", destination);
        }

        // Lambda asks whether the role may read the source when the mapping is made.
        function.Precede(mapping);
        EventFilters.AddNotices(scope, request.Filters);
        return mapping;
    }

    private static Dictionary<string, object> Filter(EventFilter filter) => new(StringComparer.Ordinal) { ["pattern"] = filter.Pattern };

    private static void ThrowIfBroken(Construct scope, PatternFunction function, EventSourceRequest request, string? sourceArn)
    {
        const string Hook = "ConfigureEventSource";
        var props = request.Props;
        var checks = new Checks();
        checks.Require(ReferenceEquals(props.Target, function.Invoked), ErrorCodes.EventSourceHookBroke, $"{Hook}.Target", "another function", "the pattern's function, which has the permissions", "Give it as Function.");
        checks.Require(props.EventSourceArn == sourceArn, ErrorCodes.EventSourceHookBroke, $"{Hook}.EventSourceArn", "another source", "the pattern's source, which the permissions are for", "Give the source as a property of the pattern.");
        checks.Require(props.OnFailure is null, ErrorCodes.EventSourceHookBroke, $"{Hook}.OnFailure", "a destination", "nothing: where failed records end is the pattern's", "Use the properties of the pattern.");
        request.CheckAgain?.Invoke(checks, props);
        checks.ThrowIfAny(request.Pattern, scope);
    }
}
