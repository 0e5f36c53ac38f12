using System.Reflection;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>The working tree that the tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The app of the root cdk.json, as it was built with the tests.</summary>
    public static string GalleryApp { get; } = BuiltWithTheTests("GalleryApp");

    /// <summary>The program that runs .NET functions.</summary>
    public static string LambdaHost { get; } = BuiltWithTheTests("LambdaHost");

    private static string BuiltWithTheTests(string name) => Path.GetFullPath(
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == name).Value!.Replace('\\', '/'),
        AppContext.BaseDirectory);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ServerlessPatterns.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");
        }

        return folder.FullName;
    }
}
