using System.Reflection;

namespace ServerlessPatterns.Testing;

/// <summary>
/// Finds snapshots that no test can be the owner of. It asks the assembly which members exist, not which tests ran: a
/// filtered run finds the same. Which names a test gives to its variants, only a run could tell.
/// </summary>
internal static class OrphanFinder
{
    private const BindingFlags Anything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly string[] NotSources = ["bin", "obj", "node_modules", "cdk.out"];

    public static IReadOnlyList<string> Find(IReadOnlyCollection<Type> types, string projectDirectory)
    {
        var membersByType = types
            .GroupBy(type => type.Name.Split('`')[0], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.SelectMany(Members).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        var allMembers = membersByType.Values.SelectMany(members => members).ToHashSet(StringComparer.Ordinal);
        return [.. Snapshots(projectDirectory).Where(file => !HasOwner(file, membersByType, allMembers)).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Snapshots(string directory) =>
        Directory.EnumerateFiles(directory, $"*{SnapshotFile.Extension}").Concat(Directory.EnumerateDirectories(directory)
            .Where(child => !NotSources.Contains(Path.GetFileName(child), StringComparer.OrdinalIgnoreCase)
                && Path.GetFileName(child)[0] != '.'
                && !SourceLocator.IsProjectDirectory(child))
            .SelectMany(Snapshots));

    // <source file>.<member>[.<name>]; the source file's name and the variant's may hold dots too.
    private static bool HasOwner(string file, Dictionary<string, HashSet<string>> membersByType, HashSet<string> allMembers)
    {
        var parts = Path.GetFileName(file)[..^SnapshotFile.Extension.Length].Split('.');
        var directory = Path.GetDirectoryName(file)!;
        return Enumerable.Range(1, Math.Max(0, parts.Length - 1)).Any(split =>
            Directory.EnumerateFiles(directory, $"{string.Join('.', parts[..split])}.*")
                .Any(source => Path.GetFileNameWithoutExtension(source) == string.Join('.', parts[..split])
                    && !source.EndsWith(".json", StringComparison.Ordinal))
            && membersByType.GetValueOrDefault(parts[0], allMembers).Contains(parts[split]));
    }

    // With what the type inherits: a base class may hold the test.
    private static IEnumerable<string> Members(Type type)
    {
        for (var current = type; current is not null && current != typeof(object); current = current.BaseType)
        {
            foreach (var member in current.GetMembers(Anything | BindingFlags.DeclaredOnly))
            {
                yield return member.Name.TrimStart('.');
            }
        }
    }
}
