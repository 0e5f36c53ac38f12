using System.Reflection;

namespace ServerlessPatterns.Tests.Shared;

/// <summary>The files of the repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static IEnumerable<string> Sources(string folder, string pattern) =>
        Files(folder, pattern).Select(File.ReadAllText);

    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar)
                .Any(part => part is "bin" or "obj" or "node_modules" or "cdk.out"));

    // The tests may run outside of the tree that they were built in, and on another machine than the one that built them;
    // the paths that the compiler knows are mapped in CI, so the targets of ServerlessPatterns.Testing write down the real one.
    private static string FindRoot() =>
        new[] { ProjectDirectory(), AppContext.BaseDirectory }.SelectMany(Ancestors)
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "ServerlessPatterns.sln")))
            ?? throw new InvalidOperationException("The repository is neither where the tests were built nor around where they run.");

    private static string ProjectDirectory() => typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "ServerlessPatterns.Testing.ProjectDirectory").Value!;

    private static IEnumerable<string> Ancestors(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            yield return current.FullName;
        }
    }
}
