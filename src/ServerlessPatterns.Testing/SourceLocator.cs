using System.Reflection;

namespace ServerlessPatterns.Testing;

/// <summary>
/// Finds a source file that the compiler names. Builds with ContinuousIntegrationBuild or PathMap put <c>/_/</c> in the
/// place of the real folders; an assembly may also run on another machine than the one that built it.
/// </summary>
internal static class SourceLocator
{
    private const string ProjectDirectoryKey = "ServerlessPatterns.Testing.ProjectDirectory";

    public static string Find(string sourceFile, Assembly testAssembly) =>
        File.Exists(sourceFile)
            ? sourceFile
            : Find(sourceFile, Roots(testAssembly))
                ?? throw new InvalidOperationException(
                    $"The test's source file '{sourceFile}' is neither there nor in the project of {testAssembly.GetName().Name}: "
                    + "snapshots stand beside it. Run the tests in a folder of the sources they were built from.");

    /// <summary>The longest end of the path that exists below a root, nearest root first.</summary>
    public static string? Find(string sourceFile, IEnumerable<string> roots)
    {
        var segments = sourceFile.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
        return (from root in roots
                from skipped in Enumerable.Range(0, segments.Length)
                let candidate = Path.Combine([root, .. segments[skipped..]])
                // A bare file name says little, except in the folder of a project.
                where File.Exists(candidate) && (skipped < segments.Length - 1 || IsProjectDirectory(root))
                select candidate).FirstOrDefault();
    }

    /// <summary>The folder of the project that a test assembly was built from.</summary>
    public static string? ProjectDirectory(Assembly testAssembly) =>
        Roots(testAssembly).FirstOrDefault(IsProjectDirectory);

    public static bool IsProjectDirectory(string directory) =>
        Directory.Exists(directory) && Directory.EnumerateFiles(directory, "*.*proj").Any();

    // Where it was built, as the package's targets file wrote it down, then where it runs.
    private static IEnumerable<string> Roots(Assembly testAssembly)
    {
        var built = testAssembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(attribute => attribute.Key == ProjectDirectoryKey)?.Value;
        return new[] { built, Path.GetDirectoryName(testAssembly.Location), AppContext.BaseDirectory }
            .Where(directory => !string.IsNullOrEmpty(directory))
            .SelectMany(directory => Ancestors(directory!))
            .Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Ancestors(string directory)
    {
        for (var current = new DirectoryInfo(directory); current is not null; current = current.Parent)
        {
            yield return current.FullName;
        }
    }
}
