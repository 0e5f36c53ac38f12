using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.CDK;
using Stack = Amazon.CDK.Stack;

namespace ServerlessPatterns.Testing;

/// <summary>Reads templates; a nested stack's template stands below <see cref="NestedStacks"/>, by logical id.</summary>
internal static class TemplateReader
{
    public const string NestedStacks = "NestedStacks";

    // The file is read, not Template.FromStack(stack).ToJSON(), which carries every value through the Node process and
    // leaves nested stacks out.
    public static JsonObject FromStack(Stack stack)
    {
        var stage = Stage.Of(stack)
            ?? throw new ArgumentException("The stack belongs to no app.", nameof(stack));
        var file = Path.Combine(stage.Synth().Directory, stack.TemplateFile);
        if (!File.Exists(file))
        {
            // The stack was added after the app had been synthesised, and the app keeps its first assembly.
            file = Path.Combine(stage.Synth(new StageSynthesisOptions { Force = true }).Directory, stack.TemplateFile);
        }

        return FromFile(file);
    }

    public static JsonObject FromFile(string file)
    {
        var fullPath = Path.GetFullPath(file);
        var directory = Path.GetDirectoryName(fullPath)!;
        return WithNestedStacks(FromText(File.ReadAllText(fullPath)), directory, NestedTemplates(directory));
    }

    public static JsonObject FromText(string json) =>
        JsonNode.Parse(json) as JsonObject
        ?? throw new ArgumentException("A template is a JSON object.", nameof(json));

    public static JsonObject FromDictionary(IDictionary<string, object?> template) => (JsonObject)ToNode(template)!;

    private static JsonObject WithNestedStacks(JsonObject template, string directory, Dictionary<string, string> files)
    {
        var nested = new JsonObject();
        foreach (var (logicalId, resource) in template["Resources"] as JsonObject ?? [])
        {
            var url = CanonicalJson.Line(resource?["Properties"]?["TemplateURL"]);
            if (Patterns.Hash().Match(url) is { Success: true } hash && files.TryGetValue(hash.Value, out var file))
            {
                var text = File.ReadAllText(Path.Combine(directory, file));
                nested[logicalId] = WithNestedStacks(FromText(text), directory, files);
            }
        }

        if (nested.Count > 0)
        {
            template[NestedStacks] = nested;
        }

        return template;
    }

    // By asset hash: what a nested stack's TemplateURL names.
    private static Dictionary<string, string> NestedTemplates(string directory)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var manifest in Directory.EnumerateFiles(directory, "*.assets.json"))
        {
            foreach (var (hash, asset) in FromText(File.ReadAllText(manifest))["files"] as JsonObject ?? [])
            {
                if (asset?["source"]?["path"]?.GetValue<string>() is { } path
                    && path.EndsWith(".nested.template.json", StringComparison.Ordinal))
                {
                    files[hash] = path;
                }
            }
        }

        return files;
    }

    // Template.ToJSON() gives dictionaries and arrays whose element types vary.
    private static JsonNode? ToNode(object? value) => value switch
    {
        null => null,
        JsonNode node => node.DeepClone(),
        string text => JsonValue.Create(text),
        IEnumerable<KeyValuePair<string, object?>> members => new JsonObject(members.Select(member =>
            KeyValuePair.Create(member.Key, ToNode(member.Value)))),
        IDictionary members => new JsonObject(members.Keys.Cast<object>().Select(key =>
            KeyValuePair.Create(Convert.ToString(key, CultureInfo.InvariantCulture)!, ToNode(members[key])))),
        IEnumerable items => new JsonArray([.. items.Cast<object?>().Select(ToNode)]),
        _ => JsonSerializer.SerializeToNode(value),
    };
}
