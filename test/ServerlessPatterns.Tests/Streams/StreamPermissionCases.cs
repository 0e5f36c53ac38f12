using System.Text.Json.Nodes;

namespace ServerlessPatterns.Tests.Streams;

/// <summary>Policies as lines of text: what they allow, on what.</summary>
internal static class StreamPermissionCases
{
    public static IEnumerable<string> Lines(Synthesized template, string holder) =>
        template.Properties("AWS::IAM::Policy", holder)["PolicyDocument"]!["Statement"]!.AsArray()
            .Select(statement => $"{Join(statement!["Action"]!)} on {Join(statement["Resource"]!)}");

    private static string Join(JsonNode value) => value is JsonArray several ? string.Join(", ", several.Select(one => Text(one!))) : Text(value);

    private static string Text(JsonNode value)
    {
        if (value is JsonValue)
        {
            return (string)value!;
        }

        return value["Fn::Join"] is { } join
            ? string.Concat(join[1]!.AsArray().Select(part => Text(part!)))
            : value["Fn::GetAtt"] is { } attribute ? $"{value.Target()[..^8]}.{attribute[1]}" : value.Target()[..^8];
    }
}
