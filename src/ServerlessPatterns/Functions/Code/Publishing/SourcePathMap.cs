namespace ServerlessPatterns;

/// <summary>
/// The compiler's map from paths on this machine to paths that are the same on every one, since a compiled
/// assembly can hold the paths of its sources (<c>[CallerFilePath]</c>, debug information).
/// </summary>
internal static class SourcePathMap
{
    private const string Root = "/_";

    /// <summary>
    /// Every folder above the project is mapped, one level up each, so that a referenced project beside it keeps
    /// its path from here wherever the clone is.
    /// </summary>
    public static string For(string projectDirectory, string nugetPackages)
    {
        List<string> pairs = [Pair(nugetPackages, "/_nuget")];
        var target = Root;
        for (var directory = projectDirectory; Path.GetDirectoryName(directory) is { } parent; directory = parent)
        {
            pairs.Add(Pair(directory, target));
            target += "/..";
        }

        return string.Join(',', pairs);
    }

    private static string Pair(string from, string to) =>
        from.Replace(",", ",,", StringComparison.Ordinal).Replace("=", "==", StringComparison.Ordinal) + "=" + to;
}
