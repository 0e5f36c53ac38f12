using System.Text.Json;
using Constructs;

namespace ServerlessPatterns;

/// <summary>The checks of filters: one that cannot match drops every record without a word.</summary>
internal static class EventFilters
{
    // https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html#filtering-syntax
    private const int MaxCharacters = 4096;
    private const int Quota = 5;
    private const int MaxQuota = 10;

    /// <param name="checks">Where problems go.</param>
    /// <param name="property">The property that holds the filters.</param>
    /// <param name="filters">The filters.</param>
    /// <param name="fields">The fields that a record of this source has.</param>
    public static void Check(Checks checks, string property, IReadOnlyList<EventFilter> filters, IReadOnlyList<string> fields)
    {
        checks.Require(filters.Count <= MaxQuota, ErrorCodes.EventFilterCount, property, $"{filters.Count} filters", $"{MaxQuota} filters: {Quota} at once, more when the quota is raised", "Put alternatives of one field into one list.");
        for (var i = 0; i < filters.Count; i++)
        {
            CheckPattern(checks, $"{property}[{i}]", filters[i].Pattern, fields);
        }
    }

    public static void AddNotices(Construct scope, IReadOnlyList<EventFilter> filters)
    {
        if (filters.Count is > Quota and <= MaxQuota)
        {
            Notices.AddWarning(scope, "ServerlessPatterns:EventFilterQuota", $"An event source has {Quota} filters at most, unless the quota of the account was raised to {MaxQuota}: the deployment fails otherwise.");
        }
    }

    private static void CheckPattern(Checks checks, string property, string pattern, IReadOnlyList<string> fields)
    {
        var isKnown = !Tokens.IsUnresolved(pattern);
        checks.Require(!isKnown || pattern.Length <= MaxCharacters, ErrorCodes.EventFilterSize, property, $"{pattern.Length} characters", $"{MaxCharacters} characters", "Shorten the lists, or let the function look at the rest.");
        if (!isKnown && !pattern.StartsWith('{'))
        {
            return;
        }

        if (Problem(pattern, fields) is { } problem)
        {
            checks.Add(
                ErrorCodes.EventFilterPattern,
                property,
                problem,
                $"a JSON object of fields of the record ({string.Join(", ", fields)}), each with a list of values or rules",
                "Write {\"body\": {\"kind\": [\"order\"]}}, for instance: what no filter matches is dropped.".Replace("body", fields[0], StringComparison.Ordinal));
        }
    }

    private static string? Problem(string pattern, IReadOnlyList<string> fields)
    {
        try
        {
            using var document = JsonDocument.Parse(pattern);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.EnumerateObject().Any())
            {
                return "no object with fields";
            }

            var unknown = root.EnumerateObject().Select(field => field.Name).FirstOrDefault(name => name != "$or" && !fields.Contains(name, StringComparer.Ordinal));
            return unknown is null ? Problem(root) : $"the field {Checks.Quote(unknown)}";
        }
        catch (JsonException exception)
        {
            return $"no JSON ({exception.Message.TrimEnd('.')})";
        }
    }

    private static string? Problem(JsonElement fields) => fields.EnumerateObject().Select(field => field.Value.ValueKind switch
    {
        JsonValueKind.Object when field.Value.EnumerateObject().Any() => Problem(field.Value),
        JsonValueKind.Array when field.Value.GetArrayLength() == 0 => $"an empty list for {Checks.Quote(field.Name)}, which nothing matches",
        JsonValueKind.Array when field.Name == "$or" => field.Value.EnumerateArray().Select(part => part.ValueKind == JsonValueKind.Object ? Problem(part) : "something else than objects for \"$or\"").FirstOrDefault(problem => problem is not null),
        JsonValueKind.Array => null,
        _ => $"no list for {Checks.Quote(field.Name)}",
    }).FirstOrDefault(problem => problem is not null);
}
