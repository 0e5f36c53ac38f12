using System.Globalization;
using System.Text;

namespace ServerlessPatterns.Handlers.Crud;

/// <summary>The environment variables of <see cref="CrudEnvironment"/>, read and checked once.</summary>
internal sealed record CrudSettings
{
    private const int MostItemsOfAPage = 1000;
    private const int LeastCursorKeyLength = 16;

    public required string TableName { get; init; }

    public required string ResourceName { get; init; }

    public required KeyAttribute PartitionKey { get; init; }

    public KeyAttribute? SortKey { get; init; }

    public CrudOperations Operations { get; init; } = CrudOperations.All;

    public string? TimeToLiveAttribute { get; init; }

    public int DefaultPageSize { get; init; }

    public int MaxPageSize { get; init; }

    public int MaxBodyBytes { get; init; }

    public required byte[] CursorKey { get; init; }

    public CorsSettings? Cors { get; init; }

    public static CrudSettings Read(Func<string, string?> variable)
    {
        string? Find(string name) => variable(name) is { Length: > 0 } value ? value : null;
        string Require(string name) => Find(name) ?? throw new InvalidOperationException($"The environment variable {name} is not set.");

        var operations = ReadOperations(Find(CrudEnvironment.Operations));
        var cursorKey = operations.HasFlag(CrudOperations.List) ? Require(CrudEnvironment.CursorKey) : "";
        if (operations.HasFlag(CrudOperations.List) && cursorKey.Length < LeastCursorKeyLength)
        {
            throw new InvalidOperationException($"{CrudEnvironment.CursorKey} needs at least {LeastCursorKeyLength} characters.");
        }

        var maxPageSize = ReadNumber(Find(CrudEnvironment.MaxPageSize), CrudEnvironment.MaxPageSize, 100, MostItemsOfAPage);
        return new CrudSettings
        {
            TableName = Require(CrudEnvironment.TableName),
            ResourceName = Require(CrudEnvironment.ResourceName),
            PartitionKey = new KeyAttribute(
                Find(CrudEnvironment.PartitionKey) ?? "id",
                KeyAttribute.ReadType(Find(CrudEnvironment.PartitionKeyType), CrudEnvironment.PartitionKeyType),
                KeyAttribute.MaxPartitionKeyBytes),
            SortKey = Find(CrudEnvironment.SortKey) is { } name
                ? new KeyAttribute(
                    name,
                    KeyAttribute.ReadType(Find(CrudEnvironment.SortKeyType), CrudEnvironment.SortKeyType),
                    KeyAttribute.MaxSortKeyBytes)
                : null,
            Operations = operations,
            TimeToLiveAttribute = Find(CrudEnvironment.TimeToLiveAttribute),
            DefaultPageSize = ReadNumber(
                Find(CrudEnvironment.DefaultPageSize), CrudEnvironment.DefaultPageSize, Math.Min(25, maxPageSize), maxPageSize),
            MaxPageSize = maxPageSize,
            MaxBodyBytes = ReadNumber(Find(CrudEnvironment.MaxBodyBytes), CrudEnvironment.MaxBodyBytes, 1024 * 1024, int.MaxValue),
            CursorKey = Encoding.UTF8.GetBytes(cursorKey),
            Cors = CorsSettings.Read(Find),
        };
    }

    private static CrudOperations ReadOperations(string? value)
    {
        if (value is null)
        {
            return CrudOperations.All;
        }

        var operations = CrudOperations.None;
        foreach (var name in value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            operations |= name switch
            {
                "create" => CrudOperations.Create,
                "read" => CrudOperations.Read,
                "list" => CrudOperations.List,
                "replace" => CrudOperations.Replace,
                "update" => CrudOperations.Update,
                "delete" => CrudOperations.Delete,
                _ => throw new InvalidOperationException($"{CrudEnvironment.Operations} names an unknown operation, {name}."),
            };
        }

        return operations;
    }

    private static int ReadNumber(string? value, string name, int otherwise, int most)
    {
        if (value is null)
        {
            return otherwise;
        }

        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number
            : throw new InvalidOperationException($"{name} must be a whole number from 1 to {most}, and is {value}.");
    }
}
