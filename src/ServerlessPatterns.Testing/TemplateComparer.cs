using System.Text.Json.Nodes;
using static ServerlessPatterns.Testing.TemplateDifferenceKind;

namespace ServerlessPatterns.Testing;

/// <summary>Tells two normalised templates apart, entry by entry.</summary>
internal static class TemplateComparer
{
    private const string Resources = "Resources";

    public static IReadOnlyList<TemplateDifference> Compare(JsonObject before, JsonObject after) =>
        [.. Templates("", before, AssetAlignment.Align(before, after)).OrderByDescending(difference => Severity(difference.Kind))];

    private static int Severity(TemplateDifferenceKind kind) => kind switch
    {
        Replaced => 3,
        Removed => 2,
        Changed => 1,
        _ => 0,
    };

    private static IEnumerable<TemplateDifference> Templates(string prefix, JsonObject before, JsonObject after) =>
        Keys(before, after).SelectMany(section => section switch
        {
            Resources => ResourceComparer.Compare(prefix, Entries(before, section), Entries(after, section)),
            TemplateReader.NestedStacks => NestedStacks(prefix, Entries(before, section), Entries(after, section)),
            _ => Section(prefix, section, before, after),
        });

    private static IEnumerable<TemplateDifference> NestedStacks(string prefix, JsonObject before, JsonObject after) =>
        Keys(before, after).SelectMany(id => Templates($"{prefix}{id}/", Entries(before, id), Entries(after, id)));

    private static IEnumerable<TemplateDifference> Section(string prefix, string section, JsonObject before, JsonObject after)
    {
        if ((before[section] ?? new JsonObject()) is JsonObject old && (after[section] ?? new JsonObject()) is JsonObject @new)
        {
            return Keys(old, @new).SelectMany(name => Entry(section, prefix + name, name, old, @new));
        }

        return Entry(section, prefix.TrimEnd('/'), section, before, after);
    }

    private static IEnumerable<TemplateDifference> Entry(
        string section, string name, string key, JsonObject before, JsonObject after)
    {
        if (!before.ContainsKey(key))
        {
            yield return new(Added, section, name) { Details = [CanonicalJson.Line(after[key])] };
        }
        else if (!after.ContainsKey(key))
        {
            yield return new(Removed, section, name) { Details = [CanonicalJson.Line(before[key])] };
        }
        else if (ValueDifferences.Lines("", before[key], after[key]).ToList() is { Count: > 0 } lines)
        {
            yield return new(Changed, section, name) { Details = lines };
        }
    }

    private static JsonObject Entries(JsonObject template, string section) => template[section] as JsonObject ?? [];

    private static IEnumerable<string> Keys(JsonObject before, JsonObject after) =>
        before.Select(entry => entry.Key)
            .Union(after.Select(entry => entry.Key), StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
}
