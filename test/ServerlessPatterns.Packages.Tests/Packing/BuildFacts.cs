using System.Reflection;

namespace ServerlessPatterns.Packages.Tests;

/// <summary>What the build of the tests wrote down.</summary>
internal static class BuildFacts
{
    private static readonly Assembly Tests = typeof(BuildFacts).Assembly;

    /// <summary>Debug or Release.</summary>
    public static string Configuration { get; } = Tests.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    /// <summary>The newest CDK that the library is tried with.</summary>
    public static string NewestCdkVersion { get; } = Metadata("NewestCdkVersion");

    /// <summary>Where the packages lie that the user has restored.</summary>
    public static string UserPackages { get; } = Metadata("NuGetPackageRoot");

    /// <summary>The sources of the tests.</summary>
    public static string SourceFolder { get; } = Path.Combine(Repository.Root, "test", "ServerlessPatterns.Packages.Tests");

    /// <summary>The assembly that a project of examples/ was built to.</summary>
    public static string ExampleAssembly(string name) => Path.GetFullPath(Metadata(name).Replace('\\', '/'), SourceFolder);

    private static string Metadata(string key) =>
        Tests.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;
}
