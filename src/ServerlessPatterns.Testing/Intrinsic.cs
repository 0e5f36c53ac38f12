using System.Text.Json.Nodes;

namespace ServerlessPatterns.Testing;

internal static class Intrinsic
{
    /// <summary>Whether the value is a CloudFormation function: an object with the one key Ref, Condition or Fn::...</summary>
    public static bool Is(JsonNode? node) => Name(node) is not null;

    /// <summary>The function's name, or null.</summary>
    public static string? Name(JsonNode? node) =>
        node is JsonObject { Count: 1 } members && members.First().Key is var key
        && (key == "Ref" || key.StartsWith("Fn::", StringComparison.Ordinal))
            ? key
            : null;
}
