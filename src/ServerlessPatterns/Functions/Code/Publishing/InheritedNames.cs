namespace ServerlessPatterns;

/// <summary>Variables of the app's own process that would change the publish that it starts.</summary>
internal static class InheritedNames
{
    private static readonly string[] Prefixes =
    [
        // dotnet run and dotnet test leave the paths of their own SDK behind, which a global.json may contradict.
        "MSBUILD",
        // Profilers and coverage collectors would attach themselves to the compiler.
        "CORECLR_",
        "COR_",
        // dotnet watch injects its agent.
        "DOTNET_WATCH",
    ];

    private static readonly string[] Names =
    [
        "DOTNET_STARTUP_HOOKS",
        "DOTNET_ADDITIONAL_DEPS",
        "DOTNET_SHARED_STORE",
        "DOTNET_MODIFIABLE_ASSEMBLIES",
        // MSBuild would take these as properties; pipelines use the names for something else.
        "VERSION",
        "PLATFORM",
        "CONFIGURATION",
        "TARGETFRAMEWORK",
        "OUTDIR",
        "OUTPUTPATH",
    ];

    public static bool Hurts(string name) =>
        Names.Contains(name, StringComparer.OrdinalIgnoreCase)
        || Array.Exists(Prefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
