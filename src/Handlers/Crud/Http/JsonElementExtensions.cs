using System.Text.Json;

namespace ServerlessPatterns.Handlers.Crud.Http;

/// <summary>Reads events whose members may be missing or null, but not of another type.</summary>
internal static class JsonElementExtensions
{
    public static JsonElement Child(this JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.Object => element.TryGetProperty(name, out var child) ? child : default,
        JsonValueKind.Undefined or JsonValueKind.Null => default,
        _ => throw new FormatException("The event has a value where it should have an object."),
    };

    public static string? Text(this JsonElement element, string name) => element.Child(name) switch
    {
        { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null } => null,
        // Throws for any other type.
        var text => text.GetString(),
    };

    public static bool Flag(this JsonElement element, string name) => element.Child(name) switch
    {
        { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null } => false,
        var flag => flag.GetBoolean(),
    };

    public static IEnumerable<KeyValuePair<string, string>> Texts(this JsonElement element)
    {
        foreach (var (name, value) in element.Members())
        {
            if (value.ValueKind != JsonValueKind.Null)
            {
                yield return new(name, value.GetString() ?? "");
            }
        }
    }

    public static IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> TextLists(this JsonElement element)
    {
        foreach (var (name, values) in element.Members())
        {
            if (values.ValueKind != JsonValueKind.Null)
            {
                yield return new(name, [.. values.EnumerateArray().Select(value => value.GetString() ?? "")]);
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, JsonElement>> Members(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Select(member => new KeyValuePair<string, JsonElement>(member.Name, member.Value)),
        JsonValueKind.Undefined or JsonValueKind.Null => [],
        _ => throw new FormatException("The event has a value where it should have an object."),
    };
}
