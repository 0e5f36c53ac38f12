namespace ServerlessPatterns;

/// <summary>Whether a handler has its runtime's form, and names what the package has.</summary>
internal static class HandlerShape
{
    /// <summary>Java, custom runtimes and what comes later is left to Lambda.</summary>
    public static CodeProblem? Check(PackageFiles files, string runtimeName, string handler)
    {
        bool Is(string family) => runtimeName.StartsWith(family, StringComparison.Ordinal);

        return Is("nodejs") ? CheckScript(files, handler, "'folder/file.export'", module => [module, module + ".js", module + ".mjs", module + ".cjs"])
            : Is("python") ? CheckScript(files, handler, "'folder/file.function'", module => [module + ".py", module + "/__init__.py", module + ".pyc"])
            : Is("ruby") ? CheckScript(files, handler, "'folder/file.method'", module => [module + ".rb"])
            : Is("dotnet") ? CheckDotnet(files, handler)
            : null;
    }

    private static CodeProblem? CheckScript(PackageFiles files, string handler, string form, Func<string, string[]> candidates)
    {
        // What a layer brings is under /opt, and not in the package.
        if (handler.StartsWith("/opt/", StringComparison.Ordinal))
        {
            return null;
        }

        var modules = Modules(handler);
        if (modules.Count == 0)
        {
            return new CodeProblem(
                FunctionCodeErrors.HandlerShape, handler, form, "Name the file without its extension, a dot, and what it exports.");
        }

        var wanted = modules.SelectMany(candidates).ToArray();
        return wanted.Any(files.Has)
            ? null
            : new CodeProblem(
                FunctionCodeErrors.HandlerNotInDirectory,
                handler,
                "one of the files " + string.Join(", ", wanted),
                "Build the code first, or correct the handler or the folder; upper and lower case matter.");
    }

    /// <summary>Python reads 'a.b.c' as c in a/b, Node and Ruby as b.c in a: each place will do.</summary>
    private static List<string> Modules(string handler)
    {
        List<string> modules = [];
        var start = handler.LastIndexOf('/') + 1;
        for (var dot = handler.IndexOf('.', start); dot >= 0; dot = handler.IndexOf('.', dot + 1))
        {
            if (dot > start && dot < handler.Length - 1 && handler[dot - 1] != '.')
            {
                modules.Add(handler[..start] + handler[start..dot].Replace('.', '/'));
            }
        }

        return modules;
    }

    private static CodeProblem? CheckDotnet(PackageFiles files, string handler)
    {
        if (DotnetHandler.Parse(handler) is not { } parsed)
        {
            return new CodeProblem(FunctionCodeErrors.HandlerShape, handler, DotnetHandler.Allowed, "Correct the handler.");
        }

        using var assemblies = new PublishedAssemblies(files);
        return HandlerFinder.Missing(assemblies, parsed) is { } missing
            ? new CodeProblem(FunctionCodeErrors.HandlerNotInDirectory, handler, missing, "Correct the handler, or publish the code that has it.")
            : null;
    }
}
