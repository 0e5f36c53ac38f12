namespace ServerlessPatterns.Packages.Tests;

/// <summary>Copies what an app is made of.</summary>
internal static class Files
{
    /// <summary>Copies a folder's files, and those of its subfolders but for build output.</summary>
    public static void CopyFolder(string source, string destination)
    {
        CopyFiles(Directory.EnumerateFiles(source), destination);
        foreach (var folder in Directory.EnumerateDirectories(source).Where(folder => Path.GetFileName(folder) is not ("bin" or "obj")))
        {
            CopyFolder(folder, Path.Combine(destination, Path.GetFileName(folder)));
        }
    }

    /// <summary>Copies files into a folder, which is made.</summary>
    public static void CopyFiles(IEnumerable<string> files, string destination)
    {
        Directory.CreateDirectory(destination);
        foreach (var file in files)
        {
            File.Copy(file, Path.Combine(destination, Path.GetFileName(file)));
        }
    }
}
