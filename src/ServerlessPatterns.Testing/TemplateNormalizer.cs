using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ServerlessPatterns.Testing;

/// <summary>Takes out of a template what differs between machines, CDK versions and builds of the same code.</summary>
internal sealed class TemplateNormalizer
{
    private readonly Dictionary<string, string> assets = new(StringComparer.Ordinal);
    private readonly List<(Regex Hashed, string Stable)> logicalIds = [];

    public static JsonObject Normalize(JsonObject template)
    {
        var cleaned = (JsonObject)template.DeepClone();
        var normalizer = new TemplateNormalizer();
        normalizer.Clean(cleaned);
        return (JsonObject)normalizer.Rewrite(cleaned)!;
    }

    private void Clean(JsonObject template)
    {
        Remove(template, "Parameters", (name, _) => name == "BootstrapVersion");
        Remove(template, "Rules", (name, _) => name == "CheckBootstrapVersion");
        Remove(template, "Conditions", (name, _) => name == "CDKMetadataAvailable");
        Remove(template, "Resources", (_, resource) => Type(resource) == "AWS::CDK::Metadata");
        Remove(template, "Metadata", (_, _) => false);
        foreach (var (logicalId, resource) in template["Resources"] as JsonObject ?? [])
        {
            if (resource is JsonObject members)
            {
                Remove(members, "Metadata", (name, _) =>
                    name == "aws:cdk:path" || name.StartsWith("aws:asset:", StringComparison.Ordinal));
            }

            AddLogicalId(logicalId, Type(resource));
        }

        foreach (var (_, nested) in template[TemplateReader.NestedStacks] as JsonObject ?? [])
        {
            Clean((JsonObject)nested!);
        }
    }

    private void AddLogicalId(string logicalId, string? type)
    {
        if (type is "AWS::Lambda::Version" or "AWS::ApiGateway::Deployment"
            && Patterns.HashedLogicalId().Match(logicalId) is { Success: true } match)
        {
            // An export of such a resource has the id in its own name, and a hash of that after it.
            var hashed = new Regex(
                Regex.Escape(logicalId) + "([0-9A-F]{8}(?![0-9A-Za-z]))?",
                RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(5));
            logicalIds.Add((hashed, match.Groups["id"].Value));
        }
    }

    // In key order, so that assets are numbered alike whatever order the template was written in.
    private JsonNode? Rewrite(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members
            .Select(member => KeyValuePair.Create(Stable(member.Key), member.Value))
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(
                NumberAssets(member.Key),
                member.Key == "DependsOn" ? Sorted(Rewrite(member.Value)) : Rewrite(member.Value)))
            .ToList()),
        JsonArray items => new JsonArray([.. items.Select(Rewrite)]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(NumberAssets(Stable(text))),
        null => null,
        _ => node.DeepClone(),
    };

    private string Stable(string text)
    {
        foreach (var (hashed, stable) in logicalIds)
        {
            text = hashed.Replace(text, stable);
        }

        return text;
    }

    private string NumberAssets(string text) => Patterns.Hash().Replace(text, match =>
    {
        if (!assets.TryGetValue(match.Value, out var name))
        {
            name = string.Create(CultureInfo.InvariantCulture, $"Asset{assets.Count + 1}");
            assets.Add(match.Value, name);
        }

        return name;
    });

    private static JsonNode? Sorted(JsonNode? node) =>
        node is JsonArray items && items.All(item => item is JsonValue)
            ? new JsonArray([.. items.OrderBy(CanonicalJson.Line, StringComparer.Ordinal).Select(item => item!.DeepClone())])
            : node;

    private static string? Type(JsonNode? resource) =>
        (resource as JsonObject)?["Type"] is JsonValue type && type.TryGetValue<string>(out var text) ? text : null;

    // A section that is left empty goes too.
    private static void Remove(JsonObject parent, string section, Func<string, JsonNode?, bool> isNoise)
    {
        if (parent[section] is JsonObject entries)
        {
            foreach (var (name, _) in entries.Where(entry => isNoise(entry.Key, entry.Value)).ToList())
            {
                entries.Remove(name);
            }

            if (entries.Count == 0)
            {
                parent.Remove(section);
            }
        }
    }
}
