using System.Text.Json;
using System.Text.Json.Nodes;

namespace ServerlessPatterns.Tests;

internal static class JsonAssertions
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Compares a part of a template with JSON as it stands in the test, whatever the white space.</summary>
    public static void ShouldBeJson(this JsonNode? actual, string expected)
    {
        var wanted = JsonNode.Parse(expected);
        if (!JsonNode.DeepEquals(actual, wanted))
        {
            (actual?.ToJsonString(Indented) ?? "nothing").ShouldBe(wanted!.ToJsonString(Indented));
        }
    }

    /// <summary>The logical id in a <c>Ref</c> or <c>Fn::GetAtt</c>.</summary>
    public static string Target(this JsonNode? reference) =>
        (string?)reference!["Ref"] ?? (string)reference["Fn::GetAtt"]![0]!;
}
