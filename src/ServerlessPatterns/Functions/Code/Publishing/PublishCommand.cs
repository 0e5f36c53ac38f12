using System.Diagnostics;
using System.Text;

namespace ServerlessPatterns;

/// <summary>The command line and environment of one <c>dotnet publish</c>.</summary>
internal static class PublishCommand
{
    /// <summary>
    /// Defaults that the project can override: MSBuild reads environment variables before the project, while
    /// a property on the command line would win over it.
    /// </summary>
    private static readonly (string Name, string Value)[] Defaults =
    [
        // Profiling for a better second compilation does not pay off in the life of a function.
        ("TieredPGO", "false"),
        // These carry the commit, its remote or a comment into the output, which then differs without a reason.
        ("IncludeSourceRevisionInInformationalVersion", "false"),
        ("GenerateRepositoryUrlAttribute", "false"),
        ("PublishDocumentationFiles", "false"),
        ("DebugType", "none"),
        // The project's own build judges style; here it would only cost time.
        ("RunAnalyzers", "false"),
    ];

    /// <summary>What must hold, whatever the project says.</summary>
    private static readonly string[] Requirements =
    [
        // Lambda starts a class library with it, too.
        "-p:GenerateRuntimeConfigurationFiles=true",
        // Lambda's managed runtime starts the assembly itself and has the framework.
        "-p:UseAppHost=false",
        "-p:PublishSingleFile=false",
        "-p:PublishTrimmed=false",
        // Refused afterwards, with what to do; a minute of native compilation would be for nothing.
        "-p:NativeCompilationDuringPublish=false",
        // SourcePathMap takes their place, with or without CI and git.
        "-p:ContinuousIntegrationBuild=false",
        "-p:DeterministicSourcePaths=false",
        "-p:EnableSourceLink=false",
        // No process outlives the publish, holding its output's pipes.
        "-nodeReuse:false",
        "-p:UseSharedCompilation=false",
    ];

    public static ProcessStartInfo Publish(string dotnet, string projectFile, BuildFolder folder, bool readyToRun)
    {
        var start = Start(dotnet, projectFile, [
            "publish", projectFile,
            "--configuration", "Release",
            "--runtime", folder.RuntimeIdentifier,
            "--no-self-contained",
            "-verbosity:quiet",
            "-terminalLogger:off",
            .. Requirements,
            "-p:UseArtifactsOutput=true",
            Property("ArtifactsPath", folder.Artifacts),
            Property("PublishDir", folder.Publish + Path.DirectorySeparatorChar),
            Property("PathMap", SourcePathMap.For(Path.GetDirectoryName(projectFile)!, NuGetPackages())),
            .. Query(projectFile, folder),
        ]);
        start.Environment["PublishReadyToRun"] = readyToRun ? "true" : "false";
        return start;
    }

    /// <summary>Asks for the properties alone, for when the publish failed before it could say them.</summary>
    public static ProcessStartInfo Evaluate(string dotnet, string projectFile, BuildFolder folder) =>
        Start(dotnet, projectFile, ["msbuild", projectFile, "-nodeReuse:false", .. Query(projectFile, folder)]);

    /// <summary>MSBuild splits the file's path at commas, too, and does not unescape it: it is given from the project on.</summary>
    private static string[] Query(string projectFile, BuildFolder folder) =>
    [
        ProjectProperties.Query,
        "-getResultOutputFile:" + Path.GetRelativePath(Path.GetDirectoryName(projectFile)!, folder.Result),
    ];

    private static ProcessStartInfo Start(string dotnet, string projectFile, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(dotnet, arguments)
        {
            // The project's own global.json chooses the SDK.
            WorkingDirectory = Path.GetDirectoryName(projectFile)!,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var name in start.Environment.Keys.Where(InheritedNames.Hurts).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in Defaults)
        {
            start.Environment[name] = value;
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_NOLOGO"] = "1";
        return start;
    }

    private static string NuGetPackages() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>MSBuild splits at commas and semicolons, and unescapes.</summary>
    private static string Property(string name, string value) =>
        $"-p:{name}=" + value
            .Replace("%", "%25", StringComparison.Ordinal)
            .Replace(",", "%2C", StringComparison.Ordinal)
            .Replace(";", "%3B", StringComparison.Ordinal);
}
