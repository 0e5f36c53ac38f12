using System.Reflection;

namespace ServerlessPatterns.Tests.Conventions;

/// <summary>The files of the repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(ProjectDirectory(), "..", ".."));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static IEnumerable<string> Sources(string folder, string pattern) =>
        Files(folder, pattern).Select(File.ReadAllText);

    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar)
                .Any(part => part is "bin" or "obj" or "node_modules" or "cdk.out"));

    // Compiler paths are mapped in CI; the targets of ServerlessPatterns.Testing write down the real one.
    private static string ProjectDirectory() => typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "ServerlessPatterns.Testing.ProjectDirectory").Value!;
}
