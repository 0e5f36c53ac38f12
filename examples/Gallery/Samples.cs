using ServerlessPatterns;

namespace Gallery;

/// <summary>The functions of the other folders of examples/, wherever the app is started.</summary>
internal static class Samples
{
    /// <summary>The .NET project in a folder of examples/.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The code.</returns>
    public static FunctionCode Project(string folder)
    {
        for (var parent = new DirectoryInfo(AppContext.BaseDirectory); parent is not null; parent = parent.Parent)
        {
            if (File.Exists(Path.Combine(parent.FullName, "cdk.json")))
            {
                return FunctionCode.FromProject(Path.Combine(parent.FullName, "examples", folder));
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds cdk.json.");
    }
}
