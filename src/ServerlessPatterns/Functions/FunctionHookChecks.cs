using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Checks the props of a function again after <c>ConfigureFunction</c>.</summary>
internal static class FunctionHookChecks
{
    private const string Hook = "ConfigureFunction";

    public static void ThrowIfBroken(Construct function, FunctionRequest request, FunctionProps before, FunctionProps after)
    {
        const string Fix = "Change the hook.";
        var checks = new Checks();
        checks.WholeNumber(ErrorCodes.FunctionMemory, $"{Hook}.MemorySize", after.MemorySize, 128, 10240, "MiB", Fix);
        checks.Seconds(ErrorCodes.FunctionTimeout, $"{Hook}.Timeout", after.Timeout, 1, 900, Fix);
        checks.WholeNumber(ErrorCodes.FunctionStorage, $"{Hook}.EphemeralStorageSize", FunctionChecks.Mebibytes(after.EphemeralStorageSize), 512, 10240, "MiB", Fix);
        CheckEnvironment(checks, request, after);

        // These belong together with what the pattern makes around them: permissions, bundles, versions.
        Same(checks, nameof(after.Role), before.Role, after.Role);
        Same(checks, nameof(after.Architecture), before.Architecture, after.Architecture);
        Same(checks, nameof(after.Vpc), before.Vpc, after.Vpc);
        Same(checks, nameof(after.SnapStart), before.SnapStart, after.SnapStart);

        // The pattern has its own, where the invocation is asynchronous; a second one would take events away from it.
        foreach (var (property, value) in new (string, object?)[]
        {
            (nameof(after.DeadLetterQueue), after.DeadLetterQueue),
            (nameof(after.DeadLetterQueueEnabled), after.DeadLetterQueueEnabled),
            (nameof(after.DeadLetterTopic), after.DeadLetterTopic),
            (nameof(after.OnFailure), after.OnFailure),
            (nameof(after.OnSuccess), after.OnSuccess),
            (nameof(after.RetryAttempts), after.RetryAttempts),
            (nameof(after.MaxEventAge), after.MaxEventAge),
        })
        {
            checks.Require(value is null, ErrorCodes.FunctionHookBroke, $"{Hook}.{property}", value, "nothing: retries and dead letters are the pattern's", "Use the properties of the pattern, or Function.DeadLetterQueue.");
        }

        checks.Require(after.LogRetention is null, ErrorCodes.FunctionHookBroke, $"{Hook}.LogRetention", after.LogRetention, "nothing: it would make a custom resource", "Set FunctionSettings.LogRetention instead.");

        checks.Require(LateBound.Read(after, "LogGroup") is null, ErrorCodes.FunctionHookBroke, $"{Hook}.LogGroup", "another log group", "nothing: the function has its own", "Use Function.LogGroup.");
        checks.ThrowIfAny(nameof(PatternFunction), function);
    }

    private static void Same(Checks checks, string property, object? before, object? after) => checks.Require(
        ReferenceEquals(before, after),
        ErrorCodes.FunctionHookBroke,
        $"{Hook}.{property}",
        "another value",
        "the value of the settings, on which other resources depend",
        $"Set FunctionSettings.{property} instead.");

    private static void CheckEnvironment(Checks checks, FunctionRequest request, FunctionProps after)
    {
        var variables = after.Environment ?? new Dictionary<string, string>();
        foreach (var (name, value) in request.Environment)
        {
            var kept = variables.TryGetValue(name, out var now) && now == value;
            checks.Require(kept, ErrorCodes.FunctionHookBroke, $"{Hook}.Environment", $"a changed or missing {name}", "the variables that the pattern sets, unchanged", "Add to props.Environment instead of replacing it.");
        }

        var own = variables.Where(pair => !request.Environment.ContainsKey(pair.Key))
            .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        FunctionChecks.CheckVariables(checks, $"{Hook}.Environment", own, request);
    }
}
