using System.Text.Json.Nodes;

namespace ServerlessPatterns.Testing;

/// <summary>
/// Finds resources that only changed their logical id: one that is gone and a new one of the same type whose properties
/// are nearly the same. References to other such resources do not count as a difference.
/// </summary>
internal static class RenamedResources
{
    private const double Threshold = 0.7;

    public static Dictionary<string, string> Find(JsonObject before, JsonObject after)
    {
        var removed = before.Where(entry => !after.ContainsKey(entry.Key)).ToList();
        var added = after.Where(entry => !before.ContainsKey(entry.Key)).ToList();
        var moving = removed.Concat(added).Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        var removedLeaves = removed.ToDictionary(entry => entry.Key, entry => Leaves(entry.Value, moving), StringComparer.Ordinal);
        var addedLeaves = added.ToDictionary(entry => entry.Key, entry => Leaves(entry.Value, moving), StringComparer.Ordinal);

        var candidates =
            from old in removedLeaves
            from @new in addedLeaves
            where Type(before[old.Key]) == Type(after[@new.Key])
            let score = Similarity(old.Value, @new.Value)
            where score >= Threshold
            orderby score descending, SharedEnds(old.Key, @new.Key) descending
            select (Old: old.Key, New: @new.Key);

        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (old, @new) in candidates)
        {
            if (!renamed.ContainsKey(old) && taken.Add(@new))
            {
                renamed.Add(old, @new);
            }
        }

        return renamed;
    }

    /// <summary>The resource with its references to renamed resources as they are in the new template.</summary>
    public static JsonNode? Follow(JsonNode? node, IReadOnlyDictionary<string, string> renamed) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member =>
            KeyValuePair.Create(member.Key, Follow(member.Value, renamed)))),
        JsonArray items => new JsonArray([.. items.Select(item => Follow(item, renamed))]),
        JsonValue value when value.TryGetValue<string>(out var text) && renamed.TryGetValue(text, out var @new) => @new,
        null => null,
        _ => node.DeepClone(),
    };

    private static string Type(JsonNode? resource) => CanonicalJson.Line(resource?["Type"]);

    private static HashSet<string> Leaves(JsonNode? resource, HashSet<string> moving)
    {
        var leaves = new HashSet<string>(StringComparer.Ordinal);
        Collect("", resource?["Properties"]);
        return leaves;

        void Collect(string path, JsonNode? node)
        {
            switch (node)
            {
                case JsonObject members:
                    foreach (var (key, value) in members)
                    {
                        Collect($"{path}/{key}", value);
                    }

                    break;
                case JsonArray items:
                    foreach (var item in items)
                    {
                        Collect($"{path}/*", item);
                    }

                    break;
                case JsonValue value when value.TryGetValue<string>(out var text) && moving.Contains(text):
                    leaves.Add($"{path}=(moving)");
                    break;
                default:
                    leaves.Add($"{path}={CanonicalJson.Line(node)}");
                    break;
            }
        }
    }

    private static double Similarity(HashSet<string> left, HashSet<string> right) =>
        left.Count + right.Count == 0 ? 1 : 2.0 * left.Count(right.Contains) / (left.Count + right.Count);

    private static int SharedEnds(string left, string right)
    {
        var start = left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
        var end = left.Reverse().Zip(right.Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        return start + end;
    }
}
