using System.Text.Json.Nodes;
using static ServerlessPatterns.Testing.TemplateDifferenceKind;

namespace ServerlessPatterns.Testing;

/// <summary>Tells the resources of two templates apart, and what the difference does to those that are deployed.</summary>
internal static class ResourceComparer
{
    private const string Section = "Resources";

    public static IEnumerable<TemplateDifference> Compare(string prefix, JsonObject before, JsonObject after)
    {
        var renamed = RenamedResources.Find(before, after);
        var newNames = renamed.Values.ToHashSet(StringComparer.Ordinal);
        var ids = before.Select(entry => entry.Key).Union(after.Select(entry => entry.Key), StringComparer.Ordinal);
        foreach (var id in ids.Order(StringComparer.Ordinal).Where(id => !newNames.Contains(id)))
        {
            var difference = (before[id], after[id]) switch
            {
                ({ } old, null) when renamed.TryGetValue(id, out var newId) =>
                    Rename(prefix, id, newId, RenamedResources.Follow(old, renamed)!, after[newId]!),
                ({ } old, null) => new TemplateDifference(Removed, Section, prefix + id)
                {
                    ResourceType = Type(old),
                    Details = [$"The deployed resource {Fate(old, "DeletionPolicy")}."],
                },
                (null, { } @new) => new TemplateDifference(Added, Section, prefix + id) { ResourceType = Type(@new) },
                ({ } old, { } @new) => Same(prefix + id, old, @new),
                _ => null,
            };
            if (difference is not null)
            {
                yield return difference;
            }
        }
    }

    private static TemplateDifference Rename(string prefix, string id, string newId, JsonNode before, JsonNode after) =>
        new(Replaced, Section, prefix + id)
        {
            NewName = prefix + newId,
            ResourceType = Type(after),
            Details =
            [
                "Another logical id: CloudFormation makes a new resource,",
                $"and the deployed one {Fate(before, "DeletionPolicy")}.",
                .. ValueDifferences.Lines("", before, after),
            ],
        };

    private static TemplateDifference? Same(string name, JsonNode before, JsonNode after)
    {
        var lines = ValueDifferences.Lines("", before, after).ToList();
        if (lines.Count == 0)
        {
            return null;
        }

        var type = Type(after);
        if (Type(before) != type)
        {
            return new(Replaced, Section, name)
            {
                ResourceType = $"{Type(before)} -> {type}",
                Details = ["Another type: CloudFormation refuses this update unless the logical id changes too."],
            };
        }

        var createOnly = CreateOnlyProperties.Changed(type, before["Properties"], after["Properties"]);
        return createOnly.Count == 0
            ? new(Changed, Section, name) { ResourceType = type, Details = lines }
            : new(Replaced, Section, name) { ResourceType = type, Details = [.. Reason(createOnly, after), .. lines] };
    }

    private static IEnumerable<string> Reason(List<(string Path, bool Always)> createOnly, JsonNode after)
    {
        var always = createOnly.Exists(property => property.Always);
        var paths = string.Join(", ", createOnly.Where(property => property.Always == always).Select(property => property.Path));
        var verb = always ? "cannot" : "cannot always";
        yield return $"CloudFormation {verb} change {paths} in place: it {(always ? "makes" : "may make")} a new resource,";
        yield return $"and the deployed one {Fate(after, "UpdateReplacePolicy")}.";
    }

    private static string Fate(JsonNode resource, string policy) => resource[policy]?.ToString() switch
    {
        "Retain" or "RetainExceptOnCreate" => $"stays in the account, outside the stack, with what it holds ({policy}: {resource[policy]})",
        "Snapshot" => $"is deleted after a last snapshot ({policy}: Snapshot)",
        _ => "is deleted with what it holds",
    };

    private static string Type(JsonNode resource) => resource["Type"]?.ToString() ?? "";
}
