using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ServerlessPatterns.Events;

/// <summary>Reads what events carry.</summary>
internal static class JsonExtensions
{
    public static T Require<T>(T? value)
        where T : notnull =>
        value ?? throw new JsonException("The JSON is the literal null.");

    /// <summary>The text of a member, or of a member's member; null where there is none.</summary>
    public static string? FindText(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }

    public static T Read<T>(this JsonElement element, JsonTypeInfo<T> type)
        where T : notnull =>
        Require(element.Deserialize(type));
}
