namespace PatternStarter.Infrastructure;

/// <summary>The folder that holds cdk.json, wherever the app or its tests are started.</summary>
internal static class RepositoryFolder
{
    /// <summary>The full path of a folder in it.</summary>
    public static string Path(params string[] parts)
    {
        for (var parent = new DirectoryInfo(AppContext.BaseDirectory); parent is not null; parent = parent.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(parent.FullName, "cdk.json")))
            {
                return System.IO.Path.Combine([parent.FullName, .. parts]);
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds cdk.json.");
    }
}
