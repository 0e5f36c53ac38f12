namespace ServerlessPatterns;

/// <summary>The handler of a published project.</summary>
internal static class PublishedHandler
{
    /// <exception cref="FunctionBuildException">The handler that was given is not there, or none can be found.</exception>
    public static string Resolve(string projectFile, PublishedProject published, string? given)
    {
        using var files = PackageFiles.Open(published.Directory);
        using var assemblies = new PublishedAssemblies(files);
        if (given is null)
        {
            var (handler, candidates) = HandlerFinder.Infer(assemblies, published.AssemblyName);
            return handler ?? throw new FunctionBuildException(
                FunctionCodeErrors.HandlerNotInferred,
                projectFile,
                NotInferred(published.AssemblyName, candidates),
                candidates);
        }

        if (DotnetHandler.Parse(given) is not { } parsed)
        {
            throw new FunctionBuildException(
                FunctionCodeErrors.HandlerMalformed, projectFile, $"the handler '{given}' must be {DotnetHandler.Allowed}.");
        }

        return HandlerFinder.Missing(assemblies, parsed) is { } missing
            ? throw new FunctionBuildException(
                FunctionCodeErrors.HandlerNotPublished, projectFile, $"the handler '{given}' is not in what was published. Name {missing}.")
            : given;
    }

    private static string NotInferred(string assemblyName, IReadOnlyList<string> candidates) =>
        (candidates.Count == 0
            ? "no handler was found: the project is no executable and has no public class with a public method called FunctionHandler, Handler or Handle (or the same with Async). "
            : "the handler is not clear. ")
        + $"Name it: FunctionCode.FromProject(path, handler: \"{assemblyName}::Namespace.Type::Method\")."
        + (candidates.Count == 0 ? "" : " Found:");
}
