using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ServerlessPatterns.Testing;

/// <summary>
/// A new asset shifts the numbers of those after it. Before two templates are compared, assets that stand in the same
/// place of both get the snapshot's number, so that the shift itself is no difference.
/// </summary>
internal sealed class AssetAlignment
{
    private readonly Dictionary<string, string> aligned = new(StringComparer.Ordinal);
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public static JsonObject Align(JsonObject before, JsonObject after)
    {
        var alignment = new AssetAlignment();
        alignment.Visit(before, after);
        return (JsonObject)alignment.Renumber(after)!;
    }

    private void Visit(JsonNode? before, JsonNode? after)
    {
        switch (before, after)
        {
            case (JsonObject old, JsonObject @new):
                foreach (var (key, value) in old)
                {
                    Visit(value, @new[key]);
                }

                break;
            case (JsonArray old, JsonArray @new):
                foreach (var (oldItem, newItem) in old.Zip(@new))
                {
                    Visit(oldItem, newItem);
                }

                break;
            case (JsonValue old, JsonValue @new) when old.TryGetValue<string>(out var oldText) && @new.TryGetValue<string>(out var newText):
                Pair(Patterns.AssetNumber().Matches(oldText), Patterns.AssetNumber().Matches(newText));
                break;
        }
    }

    // The first place decides: an asset that became two, or two that became one, stay a difference elsewhere.
    private void Pair(MatchCollection before, MatchCollection after)
    {
        foreach (var (old, @new) in before.Zip(after))
        {
            if (!aligned.ContainsKey(@new.Value) && known.Add(old.Value))
            {
                aligned.Add(@new.Value, old.Value);
            }
        }
    }

    private JsonNode? Renumber(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Renumber(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Renumber)]),
        JsonValue value when value.TryGetValue<string>(out var text) =>
            JsonValue.Create(Patterns.AssetNumber().Replace(text, NumberOf)),
        null => null,
        _ => node.DeepClone(),
    };

    // An asset without a counterpart is called new where its number is that of another one in the snapshot.
    private string NumberOf(Match match) =>
        aligned.GetValueOrDefault(match.Value, known.Contains(match.Value) ? $"New{match.Value}" : match.Value);
}
