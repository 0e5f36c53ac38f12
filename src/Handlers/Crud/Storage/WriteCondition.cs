using System.Globalization;
using Amazon.DynamoDBv2.Model;
using ServerlessPatterns.Handlers.Crud.Http;
using ServerlessPatterns.Handlers.Crud.Items;

namespace ServerlessPatterns.Handlers.Crud.Storage;

/// <summary>What must hold of the stored item for a write to happen, checked by the table itself.</summary>
internal sealed class WriteCondition(KeyAttribute partitionKey)
{
    private readonly List<string> terms = [];

    /// <summary>The condition as an expression; none when there is nothing to check.</summary>
    public string? Expression => terms.Count == 0 ? null : string.Join(" AND ", terms);

    /// <summary>Names are always aliased: any of them may be a reserved word, or hold dots.</summary>
    public Dictionary<string, string>? Names { get; private set; }

    public Dictionary<string, AttributeValue>? Values { get; private set; }

    public static WriteCondition Of(Preconditions preconditions, KeyAttribute partitionKey)
    {
        var condition = new WriteCondition(partitionKey);
        switch (preconditions.IfMatch)
        {
            case { IsAny: true }:
                condition.Exists();
                break;
            case { } list:
                condition.HasVersion(list.Strong);
                break;
            default:
                break;
        }

        switch (preconditions.IfNoneMatch)
        {
            case { IsAny: true }:
                condition.IsNew();
                break;
            case { Weak.Count: > 0 } list:
                condition.HasOtherVersion(list.Weak);
                break;
            default:
                break;
        }

        return condition;
    }

    public WriteCondition Exists() => Add($"attribute_exists({KeyName()})");

    public WriteCondition IsNew() => Add($"attribute_not_exists({KeyName()})");

    public WriteCondition HasNoVersion() => Add($"attribute_not_exists({VersionName()})");

    /// <summary>One of these versions; when there is none to name, no item has it.</summary>
    public WriteCondition HasVersion(params IReadOnlyList<string> versions) =>
        versions.Count == 0 ? Exists().IsNew() : Add($"{VersionName()} IN ({AddValues(versions)})");

    private void HasOtherVersion(IReadOnlyList<string> versions) =>
        Add($"(attribute_not_exists({VersionName()}) OR NOT {VersionName()} IN ({AddValues(versions)}))");

    private WriteCondition Add(string term)
    {
        terms.Add(term);
        return this;
    }

    private string KeyName() => AddName("#key", partitionKey.Name);

    private string VersionName() => AddName("#version", ItemAttributes.Version);

    private string AddName(string alias, string name)
    {
        Names ??= new Dictionary<string, string>(StringComparer.Ordinal);
        Names[alias] = name;
        return alias;
    }

    private string AddValues(IReadOnlyList<string> versions)
    {
        Values ??= new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        var aliases = new List<string>(versions.Count);
        foreach (var version in versions)
        {
            var alias = string.Create(CultureInfo.InvariantCulture, $":v{Values.Count}");
            Values[alias] = new AttributeValue { S = version };
            aliases.Add(alias);
        }

        return string.Join(", ", aliases);
    }
}
