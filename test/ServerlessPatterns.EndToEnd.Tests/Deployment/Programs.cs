using System.Reflection;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>What was built with the tests, to run in processes of its own.</summary>
internal static class Programs
{
    /// <summary>The app of the root cdk.json.</summary>
    public static string GalleryApp { get; } = Find("GalleryApp");

    /// <summary>The program that runs .NET functions.</summary>
    public static string LambdaHost { get; } = Find("LambdaHost");

    private static string Find(string name) => Path.GetFullPath(
        typeof(Programs).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == name).Value!.Replace('\\', '/'),
        AppContext.BaseDirectory);
}
