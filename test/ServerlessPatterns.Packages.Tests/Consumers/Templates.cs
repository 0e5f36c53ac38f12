using System.Text.Json.Nodes;

namespace ServerlessPatterns.Packages.Tests;

/// <summary>The templates of a cloud assembly.</summary>
internal sealed class Templates(string cloudAssembly)
{
    private const string Extension = ".template.json";

    /// <summary>Each template by the name of its stack.</summary>
    public IReadOnlyDictionary<string, JsonNode> ByStack { get; } = Directory.EnumerateFiles(cloudAssembly, $"*{Extension}").ToDictionary(
        file => Path.GetFileName(file)[..^Extension.Length],
        file => JsonNode.Parse(File.ReadAllText(file))!,
        StringComparer.Ordinal);

    /// <summary>Each resource as <c>Stack/LogicalId: Type</c>.</summary>
    public IEnumerable<string> Resources => ByStack.SelectMany(
        stack => stack.Value["Resources"]!.AsObject().Select(resource => $"{stack.Key}/{resource.Key}: {resource.Value!["Type"]}"));

    /// <summary>The paths of all values that are not the same in others.</summary>
    public IEnumerable<string> DifferencesFrom(Templates others) => ByStack.Keys.Union(others.ByStack.Keys)
        .SelectMany(stack => Differences(ByStack.GetValueOrDefault(stack), others.ByStack.GetValueOrDefault(stack), stack));

    private static IEnumerable<string> Differences(JsonNode? left, JsonNode? right, string path) => (left, right) switch
    {
        (JsonObject one, JsonObject other) => one.Concat(other).Select(member => member.Key).Distinct()
            .SelectMany(key => Differences(one[key], other[key], $"{path}/{key}")),
        (JsonArray one, JsonArray other) when one.Count == other.Count =>
            one.Zip(other).SelectMany((pair, index) => Differences(pair.First, pair.Second, $"{path}/{index}")),
        _ => JsonNode.DeepEquals(left, right) ? [] : [path],
    };
}
