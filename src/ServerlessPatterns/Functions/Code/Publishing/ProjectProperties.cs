using System.Text.Json;

namespace ServerlessPatterns;

/// <summary>What MSBuild says of a project.</summary>
internal sealed record ProjectProperties(string AssemblyName, string TargetFramework, string TargetFrameworks, bool IsNativeAot)
{
    /// <summary>The argument that asks MSBuild for them.</summary>
    public const string Query = "-getProperty:AssemblyName,TargetFramework,TargetFrameworks,PublishAot";

    /// <summary>Null when MSBuild wrote none, or not all of it.</summary>
    public static ProjectProperties? Read(string file)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            var properties = json.RootElement.GetProperty("Properties");
            string Value(string name) => properties.GetProperty(name).GetString() ?? "";
            return new ProjectProperties(
                Value("AssemblyName"),
                Value("TargetFramework"),
                Value("TargetFrameworks"),
                string.Equals(Value("PublishAot"), "true", StringComparison.OrdinalIgnoreCase));
        }
        catch (Exception exception) when (exception is IOException or JsonException or KeyNotFoundException)
        {
            return null;
        }
    }
}
