using System.Text.Json.Nodes;

namespace ServerlessPatterns.Testing;

/// <summary>Tells two values apart, path by path.</summary>
internal static class ValueDifferences
{
    /// <summary>One line a difference: <c>Properties.Timeout: 30 -> 60</c>.</summary>
    public static IEnumerable<string> Lines(string path, JsonNode? before, JsonNode? after) => (before, after) switch
    {
        _ when CanonicalJson.Line(before) == CanonicalJson.Line(after) => [],
        (JsonObject old, JsonObject @new) when Comparable(old, @new) => old.Select(member => member.Key)
            .Union(@new.Select(member => member.Key), StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .SelectMany(key => Member(Join(path, key), old, @new, key)),
        (JsonArray old, JsonArray @new) => Items(path, old, @new),
        _ => [Excerpt.Change(path, before, after)],
    };

    // A reference is told as a whole; what a long Fn::Join is made of, part by part.
    private static bool Comparable(JsonObject before, JsonObject after) =>
        Intrinsic.Name(before) == Intrinsic.Name(after) && Intrinsic.Name(before) is not ("Ref" or "Fn::GetAtt");

    private static IEnumerable<string> Member(string path, JsonObject before, JsonObject after, string key)
    {
        if (!before.ContainsKey(key))
        {
            return [Excerpt.Change(path, Excerpt.None, after[key])];
        }

        return after.ContainsKey(key)
            ? Lines(path, before[key], after[key])
            : [Excerpt.Change(path, before[key], Excerpt.None)];
    }

    // What is equal at both ends is set aside, so that an item put in does not shift all that follow.
    private static IEnumerable<string> Items(string path, JsonArray before, JsonArray after)
    {
        var old = before.Select(CanonicalJson.Line).ToList();
        var @new = after.Select(CanonicalJson.Line).ToList();
        var shorter = Math.Min(old.Count, @new.Count);
        var start = 0;
        while (start < shorter && old[start] == @new[start])
        {
            start++;
        }

        var end = 0;
        while (end < shorter - start && old[^(end + 1)] == @new[^(end + 1)])
        {
            end++;
        }

        for (var index = start; index < Math.Max(old.Count, @new.Count) - end; index++)
        {
            var item = $"{path}[{index}]";
            var lines = (index < old.Count - end, index < @new.Count - end) switch
            {
                (true, true) => Lines(item, before[index], after[index]),
                (true, false) => [Excerpt.Change(item, before[index], Excerpt.None)],
                _ => [Excerpt.Change(item, Excerpt.None, after[index])],
            };
            foreach (var line in lines)
            {
                yield return line;
            }
        }
    }

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
