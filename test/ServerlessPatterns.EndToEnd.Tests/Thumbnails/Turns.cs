using System.Text.Json;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>Looks at a thumbnail's pixels: a size alone does not tell which way the photograph was turned.</summary>
internal static class Turns
{
    /// <summary>The thumbnail's mean difference from the photograph, by the angle that the latter is turned by, clockwise.</summary>
    public static async Task<IReadOnlyDictionary<int, double>> DifferencesAsync(byte[] photograph, byte[] thumbnail, string temporaryFolder)
    {
        string[] files = [Path.Combine(temporaryFolder, "photograph.jpg"), Path.Combine(temporaryFolder, "thumbnail.webp")];
        await File.WriteAllBytesAsync(files[0], photograph);
        await File.WriteAllBytesAsync(files[1], thumbnail);
        var script = Path.Combine(AppContext.BaseDirectory, "Thumbnails", "turns.mjs");
        var handler = Path.Combine(Repository.Root, "src", "Handlers", "Thumbnail");
        var start = ChildProcess.Describe(Tool.Node, [script, handler, .. files], new Dictionary<string, string>(StringComparer.Ordinal));
        return JsonSerializer.Deserialize<Dictionary<int, double>>(await ChildProcess.RunAsync(start, TimeSpan.FromSeconds(30)))!;
    }
}
