namespace ServerlessPatterns;

/// <summary>Finds a .NET function's handler in what was published, or checks the one that was given.</summary>
internal static class HandlerFinder
{
    /// <summary>Lambda hands over an input and a context; a third parameter has nothing to be filled with.</summary>
    private const int MostParameters = 2;

    private const int MostListed = 10;

    private static readonly string[] MethodNames =
        ["FunctionHandler", "FunctionHandlerAsync", "Handler", "HandlerAsync", "Handle", "HandleAsync"];

    /// <summary>The one handler, or the candidates with what is against each.</summary>
    public static (string? Handler, IReadOnlyList<string> Candidates) Infer(PublishedAssemblies assemblies, string assemblyName)
    {
        var assembly = assemblies.Find(assemblyName);
        if (assembly is null || assembly.IsExecutable)
        {
            return (assembly is null ? null : assemblyName, []);
        }

        List<string> handlers = [];
        List<string> nearMisses = [];
        foreach (var type in assembly.Types.Values.Where(type => type.IsCandidate).OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            var named = assemblies.MethodsOf(type, out _)
                .Where(method => method.IsPublic && MethodNames.Contains(method.Name, StringComparer.Ordinal));
            foreach (var method in named)
            {
                var handler = $"{assemblyName}::{type.Name}::{method.Name}";
                if (Objection(type, method) is { } objection)
                {
                    nearMisses.Add($"{handler} ({objection})");
                }
                else
                {
                    handlers.Add(handler);
                }
            }
        }

        return handlers is [var only] ? (only, []) : (null, [.. handlers, .. nearMisses]);
    }

    /// <summary>What the package has instead; null when it has the handler.</summary>
    public static string? Missing(PublishedAssemblies assemblies, DotnetHandler handler)
    {
        if (assemblies.Find(handler.Assembly) is not { } assembly)
        {
            return $"an assembly of the package: there is no {handler.Assembly}.dll in its root";
        }

        if (handler.Type is null)
        {
            return assembly.IsExecutable ? null : $"an executable, or a method of {handler.Assembly}.dll: it has no entry point";
        }

        if (!assembly.Types.TryGetValue(handler.Type, out var type) || type.IsGeneric)
        {
            return $"a type of {handler.Assembly}.dll that is not generic: {List(assembly.Types.Values.Where(type => type.IsCandidate).Select(type => type.Name))}";
        }

        var methods = assemblies.MethodsOf(type, out var isComplete);
        return !isComplete || methods.Any(method => string.Equals(method.Name, handler.Method, StringComparison.Ordinal))
            ? null
            : $"a method of {handler.Type}: {List(methods.Where(method => method.IsPublic).Select(method => method.Name))}";
    }

    private static string? Objection(PublishedType type, PublishedMethod method) => method switch
    {
        { IsGeneric: true } => "generic",
        { Parameters: > MostParameters } => "more than an input and a context",
        { IsAbstract: true } => "abstract",
        { IsStatic: false } when !type.CanBeMade => "its class has no public constructor without parameters, or is abstract",
        _ => null,
    };

    private static string List(IEnumerable<string> names)
    {
        var sorted = names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        return sorted.Length == 0
            ? "it has none"
            : string.Join(", ", sorted.Take(MostListed)) + (sorted.Length > MostListed ? ", ..." : "");
    }
}
