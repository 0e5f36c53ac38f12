namespace ServerlessPatterns.Tests;

/// <summary>A folder of a test's own, with a space in its path, gone when the test is.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("serverless patterns ").FullName;

    public string Add(string relativePath, string content)
    {
        var file = System.IO.Path.Combine(Path, relativePath);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
        return file;
    }

    /// <summary>A project whose only property is what a test is about.</summary>
    public string AddProject(string properties, string source, string folder = "App")
    {
        Add(System.IO.Path.Combine(folder, "Function.cs"), source);
        return Add(
            System.IO.Path.Combine(folder, "App.csproj"),
            $"""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup>{properties}</PropertyGroup></Project>""");
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
