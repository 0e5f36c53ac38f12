using YamlDotNet.RepresentationModel;

namespace Workflows.Tests;

/// <summary>Short ways into a YAML document.</summary>
internal static class Yaml
{
    public static YamlMappingNode Parse(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return (YamlMappingNode)stream.Documents.ShouldHaveSingleItem().RootNode;
    }

    /// <summary>The value of a key, or null.</summary>
    public static YamlNode? Get(this YamlMappingNode mapping, string key) =>
        mapping.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    public static string? Text(this YamlMappingNode mapping, string key) => (mapping.Get(key) as YamlScalarNode)?.Value;

    /// <summary>The keys and values of a mapping of scalars, empty when there is none.</summary>
    public static Dictionary<string, string> Scalars(this YamlMappingNode mapping, string key) =>
        mapping.Get(key) is YamlMappingNode scalars
            ? scalars.Children.ToDictionary(child => Key(child), child => ((YamlScalarNode)child.Value).Value ?? string.Empty, StringComparer.Ordinal)
            : new(StringComparer.Ordinal);

    public static IEnumerable<string> Keys(this YamlMappingNode mapping) => mapping.Children.Select(Key);

    /// <summary>Every scalar in the node, keys left out.</summary>
    public static IEnumerable<string> Values(this YamlNode node) => node switch
    {
        YamlScalarNode scalar => [scalar.Value ?? string.Empty],
        YamlSequenceNode sequence => sequence.SelectMany(Values),
        YamlMappingNode mapping => mapping.Children.Values.SelectMany(Values),
        _ => [],
    };

    private static string Key(KeyValuePair<YamlNode, YamlNode> child) => ((YamlScalarNode)child.Key).Value!;
}
